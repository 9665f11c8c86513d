"""One screen per file or folder."""
