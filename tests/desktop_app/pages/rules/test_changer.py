"""Labelling anew in steps: an edit meanwhile begins anew, and what fails is told."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.rules_room import RulesRoom

from desktop_app.pages.rules.changer import RulesChanger
from engine.domain.categories import Facet
from engine.domain.errors import KairosError
from engine.domain.labelling import Relabelled, RulesChange
from engine.domain.rules import Field, How, Rule, Test


def rule(app: str, category: int) -> Rule:
    return Rule(None, Facet.CATEGORY, category, Test(Field.APP, How.EQUALS, app))


def test_edits_in_quick_succession_all_reach_the_history(room: RulesRoom) -> None:
    rules = room.engine.rules
    numbers = [next(iter(rules.add_category(name).categories)) for name in ("Work", "Web")]
    changer = RulesChanger()
    changer.attach(rules, room.background)
    steps: list[Relabelled] = []
    changer.relabelled.connect(steps.append)
    for app, number in zip(("code", "firefox"), numbers, strict=True):
        changer.change(lambda rules, app=app, number=number: rules.add_rule(rule(app, number)))  # type: ignore[misc]
    room.qtbot.waitUntil(lambda: bool(steps) and not changer.busy and room.background.waiting == 0)
    assert steps[-1].complete
    assert not rules.outdated()
    assert (room.counted()["code"], room.counted()["firefox"]) == ("Work", "Web")


def test_others_are_answered_between_the_steps(room: RulesRoom) -> None:
    changer = RulesChanger()
    said: list[object] = []

    class Slow:
        def relabel(self) -> Iterator[Relabelled]:
            for done in range(3):
                yield Relabelled(done, 2, 0)

    changer.attach(Slow(), room.background)  # type: ignore[arg-type]
    changer.relabelled.connect(lambda step: said.append(step.done))
    changer.relabelled.connect(lambda _step: room.background.ask(changer, lambda: "other", said.append))
    changer.done(RulesChange(labels=True))
    room.qtbot.waitUntil(lambda: not changer.busy and room.background.waiting == 0)
    assert [one for one in said if one != "other"] == [0, 1, 2]
    assert said.index("other") < said.index(2)


def test_what_fails_is_told_and_ends(room: RulesRoom) -> None:
    class Full:
        def relabel(self) -> Iterator[Relabelled]:
            yield Relabelled(0, 5, 0)
            raise KairosError("No room.")

    changer = RulesChanger()
    failures: list[KairosError] = []
    changer.attach(Full(), room.background)  # type: ignore[arg-type]
    changer.failed.connect(failures.append)
    changer.relabel()
    room.qtbot.waitUntil(lambda: not changer.busy)
    assert [error.message for error in failures] == ["No room."]
