"""What the page says around answers, which come in the language of their question."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.domain.answers import Link


def link_words(link: Link) -> str:
    """Return what the button says that leads to the evidence."""
    translate = QCoreApplication.translate
    return {
        Link.REPORTS: translate("AssistantPage", "Show in Reports"),
        Link.TIMELINE: translate("AssistantPage", "Show in Timeline"),
        Link.DOCUMENTS: translate("AssistantPage", "Show Documents"),
        Link.PLAN: translate("AssistantPage", "Show the plan"),
    }[link]


def first_questions() -> tuple[str, ...]:
    """Return questions to begin with, in the window's language."""
    translate = QCoreApplication.translate
    return (
        translate("AssistantPage", "Which apps did I use most this week?"),
        translate("AssistantPage", "How much deep work did I do last week?"),
        translate("AssistantPage", "On which day was I most active this month?"),
        translate("AssistantPage", "When should I do deep work tomorrow?"),
    )
