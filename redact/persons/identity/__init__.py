"""Who is who: further mentions of a name, its spellings, numbers of persons, their roles."""
