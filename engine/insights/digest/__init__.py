"""What is worth reading now, out of values: by interest, free minutes and novelty, in sentences of the texts."""
