"""What was recorded, turned into answers: days, totals, samples."""
