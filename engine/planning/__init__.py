"""What the person means to reach, and what became of it."""
