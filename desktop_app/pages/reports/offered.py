"""What the reports offer to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.reports.day_range import RangeKind
from desktop_app.pages.reports.page import ReportsPage
from engine.domain.report import By


def actions(page: ReportsPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    bar, body, panel = page.bar, page.body, page.panel
    doers: dict[str, Doer] = {
        "earlier": bar.earlier,
        "today": bar.today,
        "later": bar.later,
        "compare": bar.compare,
        "export": bar.export,
        "share_week": bar.share,
        "day": bar.kinds[RangeKind.DAY],
        "week": bar.kinds[RangeKind.WEEK],
        "month": bar.kinds[RangeKind.MONTH],
        "year": bar.kinds[RangeKind.YEAR],
        "custom": bar.kinds[RangeKind.CUSTOM],
        "categories": body.totals.buttons[By.CATEGORY],
        "apps": body.totals.buttons[By.APP],
        "projects": body.totals.buttons[By.PROJECT],
        "tags": body.totals.buttons[By.TAG],
        "days_table": body.days.button,
        "week_table": body.week.button,
        "add_goal": body.goals.add_button,
        "edit_goal": When(body.goals.choose, lambda: bool(body.goals.rows)),
        "list_sessions": body.sessions.button,
        "work_out": body.stretches.button,
        "show_moment": panel.timeline_button,
        "close_list": panel.close_button,
        "undo": When(body.goals.undo, lambda: body.goals.can_undo),
        "empty_act": page.empty.button,
    }
    return bind(entries_of("reports"), doers, page)
