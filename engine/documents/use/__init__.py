"""Which document was in front, when and for how long."""
