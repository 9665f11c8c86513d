"""What is said at one moment: the next time to focus, documents, and why."""
