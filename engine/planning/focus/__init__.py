"""Focus sessions: their clock, what is done about distraction, what came of them, and those seen afterwards."""
