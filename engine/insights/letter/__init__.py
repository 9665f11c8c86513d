"""The weekly letter, out of values: figures, comparisons, one suggestion, and how it is put."""
