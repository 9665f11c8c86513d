"""The next time to focus, chosen from a forecast and from what time is free."""
