"""Erasing: rows and all that was made of them, in one transaction; then every trace outside of rows."""
