"""What Today recommends: the next time to focus, documents for this moment, and asking how focused one was."""
