"""Learned models as files: numbers beside what they are of, signed, the last three kept."""
