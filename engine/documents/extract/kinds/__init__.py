"""One reader per kind of file; a reader gets bytes and fills a sink, and may trust neither the bytes nor itself."""
