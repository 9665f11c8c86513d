"""What a training run does: fits every head, compares it with its baseline on later weeks, keeps what beats it."""

FEATURES = 1
"""The version of what models read; models of another version are not used."""
