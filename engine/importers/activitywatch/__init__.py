"""ActivityWatch: its export file and its own databases, made into what its own reports would count."""
