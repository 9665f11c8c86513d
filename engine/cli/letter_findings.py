"""Changes and habits in a letter's words, with what they rest on."""

from __future__ import annotations

from collections.abc import Callable

from engine.cli.insight_words import change_text, habit_text, odds
from engine.cli.terminal import percent
from engine.domain.routines import Change, Habit


def change_words(one: Change) -> str:
    """Return a change: since when, from what to what, on how many days, and how unlikely by chance."""
    return f"{change_text(one)} (days measured: {one.days_before} before, {one.days_after} since; {odds(one.p)})."


def habit_words(one: Habit, name: Callable[[str], str]) -> str:
    """Return a habit: how often of how many, what chance would give, and how unlikely that is; name: of an app."""
    return f"{habit_text(one, name)}; chance would give {percent(one.expected)} ({odds(one.p)})."
