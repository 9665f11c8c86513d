"""Engine values as Qt item models."""
