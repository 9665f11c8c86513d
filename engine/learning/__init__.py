"""Skills, recall by cards, and the minutes of a week that are worth most."""
