"""The statements behind the stores, one question per file."""
