"""What Kairos says by itself: which facts make it due, what holds it back, and that it is said once."""
