"""What comes next: the next app, category or document, the time to the next switch, a distraction about to come."""
