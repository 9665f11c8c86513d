"""What was in front when something was recommended, in numbers of ours: "wrong" holds where these are the same."""

from __future__ import annotations


def context_of(category: int, document: int) -> str:
    """Return the context's name: the document in front, else the category of what is in front; 0 for none."""
    if document:
        return f"d{document}"
    return f"c{category}" if category else ""
