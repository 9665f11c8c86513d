"""What Today offers to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.session import SessionCard
from desktop_app.pages.today import TodayPage
from desktop_app.pages.today_ribbon import RibbonCard
from desktop_app.widgets.empty_state import EmptyState
from desktop_app.widgets.live_card import LiveCard


def actions(page: TodayPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    session, advice, away = page.session, page.advice, page.away
    block, empty = advice.block, page.findChildren(EmptyState)[0]
    live, ribbon = page.findChildren(LiveCard)[0], page.findChildren(RibbonCard)[0]
    doers: dict[str, Doer] = {
        "start_session": session.form.start_button,
        "start_planned": session.form.block_button,
        **_of_session(session),
        "report_done": session.report.done_button,
        "session_skip": session.report.rating.skip_button,
        "advice_plan": block.plan_button,
        "advice_start": block.start_button,
        "advice_refuse": block.refuse_button,
        "advice_remove": block.remove_button,
        "advice_why": block.why_button,
        "choose_folders": advice.picks.folders_button,
        "rating_skip": advice.rating.skip_button,
        "away_save": away.save_button,
        "away_later": away.later_button,
        "table": ribbon.button,
        "live_act": live.button,
        "empty_act": empty.button,
        "empty_sample": empty.second_button,
        "undo": advice.undo,
    }
    return bind(entries_of("today"), doers, page)


def _of_session(session: SessionCard) -> dict[str, Doer]:
    running = session.running
    if running is None:  # not told of any session yet
        idle = When(session.show_state, lambda: False)
        return {"session_break": idle, "session_go_on": idle, "session_stop": idle}
    return {
        "session_break": running.break_button,
        "session_go_on": running.go_on_button,
        "session_stop": running.stop_button,
    }
