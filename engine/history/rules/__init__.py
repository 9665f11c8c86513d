"""Rules at work: compiled, decided, explained, compared with each other, and packed for others."""
