"""What the plan offers to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.plan.page import PlanPage
from desktop_app.pages.timeline.period import Period


def actions(page: PlanPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    bar, panel, grid = page.toolbar, page.panel, page.grid

    def has_choice() -> bool:
        return grid.block(grid.chosen) is not None

    doers: dict[str, Doer] = {
        "earlier": bar.earlier,
        "today": bar.today,
        "later": bar.later,
        "day": bar.periods[Period.DAY],
        "week": bar.periods[Period.WEEK],
        "new": bar.new,
        "flexible": bar.flexible,
        "suggest": bar.suggest,
        "accept_all": panel.all_button,
        "close_proposals": panel.close_button,
        "open_block": When(lambda: grid.opened.emit(grid.chosen), has_choice),
        "remove_block": When(lambda: grid.removed.emit(grid.chosen), has_choice),
        "table": page.foot.button,
        "undo": page.changer.undo,
        "redo": page.changer.redo,
    }
    return bind(entries_of("plan"), doers, page)
