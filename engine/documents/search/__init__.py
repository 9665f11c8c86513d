"""Finding documents: by words at once, by meaning where an encoder reads the script, by both together."""
