"""`kairos plan suggest`, `accept`, `refuse`, `adherence`: readable, with reasons, and as JSON."""

from __future__ import annotations

import pytest
from helpers.command_line import Commands
from helpers.week_room import facts, flexible, planned, span

from engine.bootstrap import whole
from engine.cli.plan_suggest_words import BASES, OBSTACLES, OUTCOMES, adherence_json, adherence_lines, week_lines
from engine.domain.adherence import Adherence, Kept, Outcome
from engine.domain.blocks import BlockKind
from engine.domain.days import DayRule
from engine.domain.proposals import Basis, Obstacle
from engine.planning.week.suggest import suggested_week
from engine.talking import AnswerProcess, Asker, NoAnswer, Silence

BERLIN = DayRule("Europe/Berlin")


class Nobody(Asker):
    """A process that never answers, so that the week is made in this one and none is started."""

    def __init__(self) -> None:
        super().__init__(self._nobody)

    def _nobody(self) -> AnswerProcess:
        raise NoAnswer(Silence.CLOSED)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "advice_asker", lambda _paths: Nobody())


def test_a_week_is_suggested_accepted_refused_and_taken_back(kairos: Commands) -> None:
    kairos("plan", "flexible", "add", "Chores", "--kind", "shallow", "--for", "30")
    week = kairos("plan", "suggest", "--json").json()
    keys = [one["key"] for one in week["proposals"]]
    assert any(one["about"]["title"] == "Chores" for one in week["proposals"])
    assert week["basis"] == "even"
    lines = kairos("plan", "suggest").out
    assert all(key in lines for key in keys)
    assert BASES[Basis.EVEN] in lines
    assert kairos("plan", "refuse", keys[-1]).status == 0
    left = [one["key"] for one in kairos("plan", "suggest", "--json").json()["proposals"]]
    assert keys[-1] not in left
    done = kairos("plan", "accept", left[0], left[1])
    assert done.status == 0, done.err
    assert done.out.count("Planned (number") == 2
    kairos("plan", "accept", "--all")
    assert "Nothing is to be placed" in kairos("plan", "suggest").out
    assert "Nothing is suggested now." in kairos("plan", "accept", "--all").out
    assert "Nothing is to be placed" in kairos("plan", "suggest", "--conflicts").out


def test_what_lies_over_something_by_now_is_told_as_it_is_planned_and_what_moved_as_moved(kairos: Commands) -> None:
    kairos("plan", "flexible", "add", "Chores", "--kind", "shallow", "--for", "30")
    week = kairos("plan", "suggest", "--json").json()["proposals"]
    [chores] = [one for one in week if one["about"]["title"] == "Chores"]
    day, time = chores["start"][:10], chores["start"][11:16]
    assert kairos("plan", "accept", chores["key"]).out.startswith("Planned (number 1)")
    kairos("plan", "add", "Meeting", "--kind", "meeting", "--at", f"{day} {time}")
    [moved] = kairos("plan", "suggest", "--conflicts", "--json").json()["proposals"]
    kairos("plan", "add", "Fair", "--kind", "meeting", "--at", day, "--all-day", "3", "--repeat", "daily")
    done = kairos("plan", "accept", moved["key"])
    assert done.out.startswith("Moved (number 1)")
    assert "! " in done.out
    assert "overlaps" in done.out


def test_bad_input_says_what_to_do(kairos: Commands) -> None:
    for words in (("accept",), ("accept", "nonsense"), ("accept", "x", "--all"), ("refuse", "nonsense")):
        told = kairos("plan", *words)
        assert (told.status, "kairos plan suggest" in told.err) == (1, True), words
    assert kairos("plan", "suggest", "--days", "99").status == 2
    assert kairos("plan", "adherence", "--week", "soon").status == 1


def test_adherence_of_an_empty_week(kairos: Commands) -> None:
    assert "Nothing was planned." in kairos("plan", "adherence").out
    told = kairos("plan", "adherence", "--week", "2026-11-25", "--json").json()
    assert (told["from"], told["to"], told["share"], told["blocks"]) == ("2026-11-23", "2026-11-29", None, [])


def test_every_obstacle_outcome_and_basis_has_words() -> None:
    assert (set(OBSTACLES), set(OUTCOMES), set(BASES)) == (set(Obstacle), set(Outcome), set(Basis))


def test_places_are_told_with_their_reason_and_what_has_none_with_its_obstacle() -> None:
    full = [planned(span(day, 8, 18), number=20 + day) for day in range(2, 5)]
    of = facts(
        flexible(window_start=540, window_end=660),
        flexible(BlockKind.SHALLOW, 2, per_week=3, weekdays=frozenset({0, 3, 4})),
        occurrences=full,
        minutes=lambda _day, hour: 12.0 if 9 <= hour < 10 else 4.0,
    )
    lines = list(week_lines(suggested_week(of), BERLIN, {one.id: one for one in of.flexible}))
    assert lines[0] == "Mon 2026-11-23"
    assert any("09:00–10:00" in line and "focus “Flexible 1”" in line and "about 48" in line for line in lines)
    assert any("of your quarter hours were focused (+" in line for line in lines)
    assert any(line.startswith("No place: shallow “Flexible 2” (2 of 3 a week): nothing long") for line in lines)


def test_what_became_of_the_plan_is_told_by_day_and_altogether() -> None:
    one = planned(span(0, 9, 11), BlockKind.FOCUS)
    kept = Kept(one, Outcome.PARTLY, 7_200_000, 3_600_000, 3_600_000, 900_000)
    found = Adherence(span(0, 0, 23), (kept,), 0.5, 7_200_000, 3_600_000)
    day, line, altogether = adherence_lines(found, BERLIN)
    assert day == "Mon 2026-11-23"
    assert "09:00–11:00" in line
    assert "kept in part" in line
    assert "50 %, 1 h" in line
    assert altogether == "Altogether 50 %: 1 h 00 min of 2 h 00 min planned"
    assert adherence_json(found, BERLIN)["blocks"][0]["outcome"] == "partly"
