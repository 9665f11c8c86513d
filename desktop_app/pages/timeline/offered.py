"""What the timeline offers to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.timeline.page import TimelinePage
from desktop_app.pages.timeline.period import Period


def actions(page: TimelinePage) -> tuple[Action, ...]:
    """Return what can be done there; what is hidden for want of room can be done all the same."""
    bar, choice, corrector = page.toolbar, page.bar, page.corrector
    doers: dict[str, Doer] = {
        "search": page.focus_search,
        "earlier": bar.earlier,
        "today": bar.today,
        "later": bar.later,
        "day": bar.periods[Period.DAY],
        "week": bar.periods[Period.WEEK],
        "month": bar.periods[Period.MONTH],
        "farther": bar.farther,
        "nearer": bar.nearer,
        "category": choice.category,
        "label": choice.edit,
        "document": When(choice.document_wanted.emit, lambda: choice.can_show_document, choice.document),
        "split": When(choice.split_wanted.emit, choice.split.isEnabled, choice.split),
        "delete": choice.delete,
        "revert": When(choice.revert_wanted.emit, choice.delete.isEnabled),
        "add": choice.add,
        "undo": corrector.undo,
        "redo": corrector.redo,
    }
    return bind(entries_of("timeline"), doers, page)
