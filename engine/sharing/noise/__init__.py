"""Noise that is exact: drawn from whole numbers alone, so that its probabilities are those of the theory."""
