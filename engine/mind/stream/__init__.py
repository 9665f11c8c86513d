"""The history as columns: what every learned model reads."""
