"""The command line: the same answers as the window, for people and for scripts."""
