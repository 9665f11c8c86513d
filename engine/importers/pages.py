"""Where a page or a file is, of what a foreign record says."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

LONGEST_SITE = 400
_WEB = frozenset({"http", "https"})


def site_of(url: str) -> str:
    """Return host and path of a web address, "github.com/python", as rules know sites; empty for anything else.

    What follows ? and # is left out, as are names and passwords: it says who the reader is more than what is read.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return ""
    if parts.scheme.lower() not in _WEB or not host:
        return ""
    return (host + unquote(parts.path, errors="replace")).rstrip("/")[:LONGEST_SITE]


def document_of(url: str) -> str:
    """Return the path of a file shown in a browser, empty for anything else."""
    if not url.lower().startswith("file:"):
        return ""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def entry_title(project: str, text: str, tags: str = "") -> str:
    """Return what a time sheet's entry is called: project, what was done, tags with a # each."""
    marks = " ".join(f"#{tag.strip()}" for tag in tags.split(",") if tag.strip())
    named = f"{project}: {text}" if project and text else project or text
    return f"{named} {marks}".strip()
