"""What a file says, read in a process of its own that is locked away before it sees the first byte."""
