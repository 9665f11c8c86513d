"""Topics, routines and changes found in the history."""
