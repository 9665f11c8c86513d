"""What happens by itself, when, and what runs it."""
