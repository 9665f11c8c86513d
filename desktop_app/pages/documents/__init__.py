"""The documents page: search by words and meaning, the folders that are read, and what could not be."""
