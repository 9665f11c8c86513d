"""The recorder as the window sees it: its state in words and pictures, what can be asked of it, keeping it running."""
