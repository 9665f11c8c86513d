"""What a training run does: fits every head, compares it with its baseline on later weeks, keeps what beats it."""
