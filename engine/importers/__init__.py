"""History recorded by other programs: one file or folder per foreign format, all yielding the same value."""
