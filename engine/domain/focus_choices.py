"""What the person chooses about focus sessions: how they run, and what is done about distraction meanwhile."""

from __future__ import annotations

from enum import StrEnum


class Rhythm(StrEnum):
    """How work and breaks alternate."""

    COUNTDOWN = "countdown"  # one stretch of work, then over
    POMODORO = "pomodoro"  # rounds of work and break, a long break after some
    FLOWTIME = "flowtime"  # work as long as it flows; the break is a fifth of it


class Level(StrEnum):
    """What is done about a distraction that stays in front during a session, each more than the one before."""

    OFF = "off"
    NOTICE = "notice"
    FRICTION = "friction"  # a countdown over the screen, after which one may go on
    CLOSE = "close"  # the window is asked to close, under a contract the person made and can always leave
