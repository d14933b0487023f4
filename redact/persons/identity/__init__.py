"""Who is who: further mentions of a name, spelling variants, person numbers and roles."""
