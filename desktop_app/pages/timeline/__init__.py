"""The Timeline page: any day, week or month as lanes, looked through, searched and put right."""

from desktop_app.pages.timeline.page import TimelinePage

__all__ = ["TimelinePage"]
