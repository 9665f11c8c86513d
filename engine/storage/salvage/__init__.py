"""A damaged database: set aside whole, read page by page, rebuilt, and what is missing filled from a backup."""
