"""Settings: the switch of sharing, the ledger, team rounds, and learning together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from helpers.fake_team import MADE_MS, RESULT
from helpers.privacy_bench import dialog
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QProgressBar

from desktop_app.dialogs.share_week import ShareWeek
from desktop_app.dialogs.team_sums import TeamSums
from engine.domain.errors import StorageBusy
from engine.domain.model_status import Head
from engine.domain.sharing import MILLION, ShareKind
from engine.domain.team import TeamRole, TeamRound, TeamState
from engine.domain.together import TogetherStatus

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bench(page_bench: Any) -> Any:
    return page_bench


def press_in(box: QMessageBox, text: str) -> None:
    button = next(one for one in box.findChildren(QAbstractButton) if one.text() == text)
    button.click()


def test_sharing_is_off_at_first_and_kept_as_chosen(bench: Any) -> None:
    section = bench.page.sharing
    assert not section.box.isChecked()
    assert section.state.text() == "Nothing was shared yet."
    assert not section.table.isVisibleTo(section)
    assert not section.budget.isVisibleTo(section)
    section.box.click()
    bench.settle()
    assert bench.engine.preferences.load().sharing.on
    assert section.budget.isVisibleTo(section)


def test_what_was_made_is_listed_beside_what_its_months_have_left(bench: Any) -> None:
    section, sharing = bench.page.sharing, bench.engine.sharing
    sharing.preview(date(2026, 11, 9), ShareKind.PRIVATE)
    sharing.preview(date(2026, 9, 7), ShareKind.ANONYMISED)
    section.look()
    bench.settle()
    model = section.table.item_model
    assert model.rowCount() == 2
    assert [model.index(0, column).data() for column in range(4)] == [
        "9 Nov – 15 Nov 2026",
        "Private (with noise)",
        "1",
        "never",
    ]
    bar = section.budget.findChild(QProgressBar)
    assert bar.value() == bar.maximum() / 4
    assert bar.accessibleDescription() == "November 2026: 1 of 4 spent, 3 left."
    assert sharing.spent["2026-11"] == MILLION


def test_the_wizard_opens_and_the_ledger_is_read_after_it(bench: Any) -> None:
    section = bench.page.sharing
    section.week_button.click()
    bench.settle()
    shown = dialog(bench, ShareWeek)
    bench.engine.sharing.preview(date(2026, 11, 9), ShareKind.PRIVATE)
    shown.reject()
    bench.settle()
    assert section.table.item_model.rowCount() == 1


def test_team_rounds_are_listed_their_sums_shown_and_one_forgotten(bench: Any) -> None:
    section, team = bench.page.team, bench.engine.team
    assert not section.forget_button.isVisibleTo(section)
    team.known = [
        TeamRound("r1", TeamRole.LEAD, TeamState.DONE, "Platform", date(2026, 11, 9), MADE_MS, result=RESULT),
        TeamRound("r2", TeamRole.MEMBER, TeamState.JOINED, "<i>Web</i>", date(2026, 11, 9), MADE_MS),
    ]
    section.look()
    bench.settle()
    section.table.selectRow(0)
    assert section.table.item_model.index(0, 3).data() == "added up"
    section.sums_button.click()
    dialog(bench, TeamSums).accept()
    section.table.selectRow(1)
    assert not section.sums_button.isEnabled()
    section.forget_button.click()
    press_in(section.box, "Cancel")
    assert team.asked == []
    section.forget_button.click()
    press_in(section.box, "Forget")
    bench.settle()
    assert team.asked == [("forget", "r2")]
    assert section.table.item_model.index(1, 3).data() == "forgotten; keys wiped"
    section.table.selectRow(1)
    assert not section.forget_button.isEnabled()


def test_a_round_that_cannot_be_forgotten_says_why(bench: Any) -> None:
    section, team = bench.page.team, bench.engine.team
    team.known = [TeamRound("r2", TeamRole.MEMBER, TeamState.JOINED, "Web", date(2026, 11, 9), MADE_MS)]
    section.look()
    bench.settle()
    section.table.selectRow(0)
    team.error = StorageBusy("Something holds it.")
    section.forget_button.click()
    press_in(section.box, "Forget")
    bench.settle()
    assert "Something holds it." in section.error.text()


def test_learning_together_tells_how_it_stands_and_can_be_left(bench: Any) -> None:
    section, together = bench.page.together, bench.engine.together
    assert section.state.text() == "You take part in nothing."
    assert "teams with an administrator" in section.way.text()
    assert "not installed" in section.way.text()
    assert "pip install" not in section.way.text()  # who has no terminal can do nothing with it
    assert "--help" not in section.way.text()
    assert not section.leave_button.isVisibleTo(section)
    assert not section.cost.isVisibleTo(section)
    together.found = TogetherStatus(
        installed=True,
        federation="f1",
        name="Our desks",
        heads=(Head.NEXT_APP,),
        rounds=(1, 2),
        bytes=1_200,
        epsilon_millionths=2 * MILLION,
        used=(Head.NEXT_APP,),
    )
    section.look()
    bench.settle()
    assert "Our desks" in section.state.text()
    assert "the next app" in section.state.text()
    assert "1, 2" in section.made.text()
    assert section.cost.text() == "Epsilon spent: 2 of your limit of 8."
    assert section.bar.value() == section.bar.maximum() / 4
    assert "not installed" not in section.way.text()
    section.leave_button.click()
    press_in(section.box, "Cancel")
    assert together.found.federation == "f1"
    section.leave_button.click()
    press_in(section.box, "Leave")
    bench.settle()
    assert together.found.federation == ""
    assert not section.leave_button.isVisibleTo(section)
    assert section.cost.isVisibleTo(section), "what was spent stays told"
    section.own_button.click()
    bench.settle()
    assert together.found.used == ()
    assert not section.own_button.isVisibleTo(section)
