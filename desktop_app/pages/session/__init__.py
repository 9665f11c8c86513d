"""The session on Today: starting one, the one going on, and what came of it."""

from desktop_app.pages.session.card import SessionCard

__all__ = ["SessionCard"]
