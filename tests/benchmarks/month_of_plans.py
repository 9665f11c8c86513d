"""What the person of a month does with time: planned from Today, sessions held in it, a week suggested and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.month_of_use import DAY_MS

from engine.domain.blocks import BlockKind, BlockSource
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.intervals import Interval
from engine.domain.model_status import Head

if TYPE_CHECKING:
    from benchmarks.month_of_use import Month

    from desktop_app.pages.plan.suggester import Suggester
    from engine.domain.blocks import Occurrence
    from engine.domain.focus_session import SessionReport

SESSION_MS = 25 * MS_PER_MINUTE
AHEAD_MS = 9 * DAY_MS
SOON = frozenset({Head.SWITCH, Head.DISTRACTION, Head.NEXT_APP})


def decide(month: Month, number: int) -> None:
    """Refuse the time shown, or plan it: to stay, to be taken out again, to be undone at once."""
    card = month.panel.block
    if card.block is None or not card.plan_button.isVisible():
        month.told.counts["nothing to decide"] += 1
    elif number % 4 == 0:
        _refuse(month, number)
    else:
        (_keep, _take_out, _undo)[number % 4 - 1](month, number)


def _refuse(month: Month, number: int) -> None:
    card = month.panel.block
    held = card.block
    if held is None:
        return
    month.click(card.refuse_button)
    month.told.counts["refused"] += 1
    month.said.dismissed.add(held.offer.id)
    month.said.refused.add(held.interval.start_ms // DAY_MS)
    same = card.block is not None and card.block.interval == held.interval
    month.told.check(not same, f"day {number}: a refused time did not go at once")


def _plan(month: Month, number: int) -> tuple[Interval, int]:
    """Click “Add to plan”; return the time and the number of its offer."""
    card = month.panel.block
    if card.block is None:
        raise ValueError("there is nothing to plan")
    interval, offer = card.block.interval, card.block.offer.id
    month.click(card.plan_button)
    month.told.check(interval in _of_offer(month, offer), f"day {number}: an accepted time is not in the plan")
    month.told.check(card.note.isVisible(), f"day {number}: it was not said that a time is planned")
    month.told.counts["planned"] += 1
    month.said.accepted.add(offer)
    return interval, offer


def _keep(month: Month, number: int) -> None:
    """Plan it for good: the next advice is another time, clear of it."""
    interval, _ = _plan(month, number)
    month.look()
    month.check_cards(f"day {number}, with a time planned")
    block = month.panel.block.block
    month.told.check(block is None or block.interval.clip(interval) is None, f"day {number}: offered what is planned")


def _take_out(month: Month, number: int) -> None:
    """Plan it and look; then take out what the card says is planned next."""
    interval, offer = _plan(month, number)
    month.look()
    month.check_cards(f"day {number}, before it is taken out")
    named = month.desk.adviser.taken.next
    if named is None:
        month.told.check(False, f"day {number}: nothing is said to be planned")
        return
    before = _recommended(month)
    focus = [one.interval for one in before if one.block.about.kind is BlockKind.FOCUS]
    month.told.check(named.interval == focus[0], f"day {number}: not the next planned time is named")
    month.click(month.panel.block.remove_button)
    left = [one.interval for one in before if one.block.id != named.block.id]
    now = [one.interval for one in _recommended(month)]
    month.told.check(now == left, f"day {number}: taking out left {now}, not {left}")
    month.told.counts["taken out"] += 1
    month.said.accepted.discard(named.block.origin.offer_id)
    month.look()
    month.check_cards(f"day {number}, taken out")
    if named.block.origin.offer_id == offer:
        _came_back(month, interval, f"day {number}: taken out")


def _undo(month: Month, number: int) -> None:
    """Plan it and take that back at once: everything else stays planned, and the time is offered again."""
    before = [one.interval for one in _recommended(month)]
    interval, offer = _plan(month, number)
    month.click(month.panel.toast.button)
    month.said.accepted.discard(offer)
    now = [one.interval for one in _recommended(month)]
    month.told.check(now == before, f"day {number}: undo left {now} in the plan, not {before}")
    month.told.counts["undone"] += 1
    month.look()
    _came_back(month, interval, f"day {number}: undone")


def _came_back(month: Month, interval: Interval, when: str) -> None:
    block = month.panel.block.block
    month.told.check(block is not None and block.interval == interval, f"{when}, {interval} is not offered again")
    month.told.counts["came back"] += int(block is not None and block.interval == interval)


def _recommended(month: Month) -> list[Occurrence]:
    now_ms = month.clock.now_ms
    found = month.planned(Interval(now_ms, now_ms + AHEAD_MS))
    return [
        one for one in found if one.block.origin.source is BlockSource.RECOMMENDED and one.block.origin.offer_id > 0
    ]


def _of_offer(month: Month, offer: int) -> list[Interval]:
    return [one.interval for one in _recommended(month) if one.block.origin.offer_id == offer]


# -------------------------------------------------------------------- sessions


def session(month: Month, number: int) -> None:
    """Hold a session in what is planned today by a recommendation, else at once as long as the time shown."""
    now_ms = month.clock.now_ms
    end_ms = (now_ms // DAY_MS) * DAY_MS + 19 * MS_PER_HOUR
    today = [one for one in _recommended(month) if now_ms <= one.interval.start_ms < end_ms]
    if today:
        _held_for(month, today[0], number)
    elif number % 2 and month.panel.block.start_button.isVisible():
        _started_now(month, number)


def _held_for(month: Month, planned: Occurrence, number: int) -> None:
    month.move(planned.interval.start_ms)
    month.look()
    button = month.page.session.form.block_button
    month.told.check(button.isVisible(), f"day {number}: no session is offered for what is planned now")
    if not button.isVisible():
        return
    month.click(button)
    report = _hold(month, number, planned.interval.length_ms // MS_PER_MINUTE)
    if report is not None:
        month.told.check(report.session.block_id == planned.block.id, f"day {number}: it was held for another block")
        month.told.counts["sessions of blocks"] += 1


def _started_now(month: Month, number: int) -> None:
    block = month.panel.block.block
    if block is None:
        return
    month.click(month.panel.block.start_button)
    if _hold(month, number, block.interval.length_ms // MS_PER_MINUTE) is not None:
        month.told.counts["sessions at once"] += 1


def _hold(month: Month, number: int, minutes: int) -> SessionReport | None:
    """Work for a while, end the session, rate it; return what came of it."""
    keeper, page, when = month.desk.sessions.keeper, month.page, f"day {number}"
    state = keeper.now.state
    month.told.check(state is not None and page.session.running.isVisible(), f"{when}: no session runs")
    if state is None:
        return None
    month.told.check(state.session.timing.work == minutes, f"{when}: {state.session.timing} for {minutes} minutes")
    worked_ms = min(SESSION_MS, minutes * MS_PER_MINUTE)
    month.move(month.clock.now_ms + worked_ms)
    month.ask_anew()
    month.click(page.session.running.stop_button)
    month.told.check(page.session.report.isVisible(), f"{when}: nothing is said of the session")
    if keeper.report is None:
        return None
    stars = number % 5 + 1
    month.click(page.session.report.rating.taps[stars - 1])
    report = month.engine.focus.report(keeper.report.session.id)
    month.told.check(report.session.rating == stars, f"{when}: rated {stars}, stored {report.session.rating}")
    fits = 0 <= report.focused_ms <= report.active_ms <= report.work_ms <= worked_ms  # who went away did not work
    month.told.check(fits, f"{when}: {report.focused_ms} of {report.active_ms} of {report.work_ms} ms")
    month.told.counts["sessions with activity"] += int(report.active_ms > 0)
    month.click(page.session.report.done_button)
    month.told.check(page.session.form.isVisible(), f"{when}: no other session can be started")
    return report


# -------------------------------------------------------------------- a week


def week(month: Month, number: int) -> None:
    """Have a week suggested on the Plan page: refuse one place, have it suggested again, accept one, then all."""
    month.desk.window.show_page("plan")
    month.settle()
    page: Any = month.desk.window.page
    suggester: Suggester = page.suggester
    today = page.navigator.today()
    month.told.check(page.navigator.holds(today), f"day {number}: the plan shows {page.navigator.first}, not now")
    month.click(page.toolbar.suggest)
    if not _clear(month, suggester, f"day {number}, a week"):
        return
    key = page.panel.rows[-1].key
    refused = suggester.proposal(key)
    if refused is not None:
        month.said.dismissed.add(refused.offer_id)
    month.click(page.panel.rows[-1].refuse_button)
    month.told.check(suggester.proposal(key) is None, f"day {number}: a refused place stays")
    month.click(page.toolbar.suggest)
    month.told.check(suggester.proposal(key) is None, f"day {number}: a refused place is suggested again")
    month.told.counts["weeks"] += 1
    if not _clear(month, suggester, f"day {number}, the week again"):
        return
    _accept(month, page, number)
    suggester.close()
    month.look()
    month.check_cards(f"day {number}, with a week planned")


def _accept(month: Month, page: Any, number: int) -> None:
    """Accept one place, then all that are left; each stands in the plan where it was suggested."""
    suggester: Suggester = page.suggester
    wanted = suggester.proposals
    month.click(page.panel.rows[0].accept_button)
    month.told.check(len(suggester.proposals) == len(wanted) - 1, f"day {number}: not one was accepted")
    if suggester.proposals:
        several = page.panel.all_button.isVisible()
        month.click(page.panel.all_button if several else page.panel.rows[0].accept_button)
    month.told.check(not suggester.proposals, f"day {number}: something is left of a week accepted whole")
    span = Interval(month.clock.now_ms, month.clock.now_ms + AHEAD_MS)
    stands = {(one.interval, one.block.about.title) for one in month.planned(span)}
    missing = [one for one in wanted if (one.interval, one.about.title) not in stands]
    month.told.check(not missing, f"day {number}: accepted and not planned: {missing}")
    month.told.counts["places accepted"] += len(wanted)
    month.said.accepted |= {one.offer_id for one in wanted}


def _clear(month: Month, suggester: Suggester, when: str) -> bool:
    """Check that places lie over nothing, neither planned nor suggested; False where there are none."""
    found = suggester.proposals
    if not found:
        month.told.counts["weeks without places"] += 1
        return False
    moved = {one.moves_id for one in found}
    for number, one in enumerate(found):
        over = [
            other.interval
            for other in month.planned(one.interval)
            if other.block.busy and not other.block.all_day and other.block.id not in moved
        ]
        over += [other.interval for other in found[number + 1 :] if other.interval.clip(one.interval) is not None]
        month.told.check(not over, f"{when}: {one.about.title} at {one.interval} lies over {over}")
        month.told.check(one.interval.start_ms >= month.clock.now_ms, f"{when}: a place that has begun")
    return True


# -------------------------------------------------------------------- the next minutes


def soon(month: Month, number: int) -> None:
    """Read what Insights says of the next minutes: told by every model that is in use, as chances."""
    month.desk.window.show_page("insights")
    month.settle(50)
    page: Any = month.desk.window.page
    told, status = month.engine.mind.soon(), month.engine.mind.status()
    live = frozenset() if status.in_use is None else {one.head for one in status.in_use.heads if one.live}
    chances = [*(one for one in (told.undisturbed, told.distraction) if one is not None), *(p for _, p in told.apps)]
    month.told.check(all(0 <= one <= 1 for one in chances), f"day {number}: {chances} are no chances")
    month.told.check(sum(p for _, p in told.apps) < 1.001, f"day {number}: {told.apps} are more than all")
    month.told.check(page.soon.isVisible() == bool(chances), f"day {number}: {chances}, shown: {page.soon.isVisible()}")
    if chances:
        month.told.check(told.learned == live & SOON, f"day {number}: told by {told.learned}, live are {live & SOON}")
        month.told.counts["next minutes told"] += 1
        month.told.counts["all of them learned"] += int(told.learned == SOON)
    names, said = month.engine.app_names.names("en"), " ".join(line.text() for line in page.soon.lines)
    unnamed = [app for app, _ in told.apps if names.name(app) not in said]
    month.told.check(not unnamed, f"day {number}: {unnamed} are not called by their names in “{said}”")
    month.told.check(not page.error.isVisible(), f"day {number}: Insights says {page.error.text()}")
