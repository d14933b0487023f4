"""What stands around a record: the lines of a web page, an archive, a converter."""
