"""What surrounds a record: the lines of a web page, an archive or a converter."""
