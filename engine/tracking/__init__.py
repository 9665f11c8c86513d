"""Watches the desktop and turns what it sees into activities."""
