"""Focus sessions as the window sees them: the one going on, what can be done about it, and how it nudges."""
