"""A document made ready for the recognizers: which parts are read, in what case, lines joined."""
