"""Documents of the folders a person named: found, read, cut, indexed and searched, on this machine alone."""
