"""Learns from what is said of recommendations: whom to show what, what that is worth, and what must not be shown."""
