"""Learned models as files: numbers beside what they are of, signed and sealed, the last three kept."""
