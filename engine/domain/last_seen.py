"""When each kind of thing was recorded last, and how much there is for Kairos to look at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LastSeen:
    """Moments are UTC milliseconds, None for not lately; each is when that began.

    active_ms: a window in front. idle_ms: nobody there. session_ms: locked or suspended. browser_ms, terminal_ms: one
    in front, the _title_ms ones with a title. document_ms: a document of the person's folders. calendar_ms: the last
    reading of calendars. model_ms: when the models in use were learned. job_ms: when a job that failed did so.
    """

    active_ms: int | None = None
    idle_ms: int | None = None
    session_ms: int | None = None
    browser_ms: int | None = None
    browser_title_ms: int | None = None
    terminal_ms: int | None = None
    terminal_title_ms: int | None = None
    document_ms: int | None = None
    folders: int = 0
    calendars: int = 0
    calendars_in_trouble: int = 0
    calendar_ms: int | None = None
    model_ms: int | None = None
    job_failed: bool = False
    job_ms: int | None = None


@dataclass(frozen=True, slots=True)
class AppSeen:
    """When a window of an app was in front last, and one with a title; None for never lately."""

    app: str
    last_ms: int
    titled_ms: int | None
