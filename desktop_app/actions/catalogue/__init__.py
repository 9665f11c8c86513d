"""Every action by page: its name, its keys and what it needs, in the language in force."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.actions.action import Entry
from desktop_app.actions.catalogue import (
    assistant,
    documents,
    everywhere,
    insights,
    learn,
    plan,
    reports,
    rules,
    settings,
    timeline,
    today,
)

_PAGES: dict[str, Callable[[], tuple[Entry, ...]]] = {
    "": everywhere.entries,
    "today": today.entries,
    "plan": plan.entries,
    "timeline": timeline.entries,
    "reports": reports.entries,
    "documents": documents.entries,
    "insights": insights.entries,
    "learn": learn.entries,
    "assistant": assistant.entries,
    "rules": rules.entries,
    "settings": settings.entries,
}


def entries_of(page: str) -> tuple[Entry, ...]:
    """Return the actions of one of options.PAGES, those of every page for ""."""
    return _PAGES[page]()
