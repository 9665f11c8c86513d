"""Why?: every kind of reason in words, and numbers that add up as they are written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers import fake_mind
from helpers.dressed import dressed
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.reason_words import ReasonWords, policy_name
from desktop_app.dialogs.why import Recommended, WhyDialog, signed
from desktop_app.language import Speech
from desktop_app.theme import DARK, LIGHT, Palette
from engine.domain.recommended import Kind, Offer, Reason, ReasonKind, Scored, Verdict
from engine.settings import Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MARKUP = "<img src=file:/etc/hostname>"


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    made = Speech(qapp)
    made.speak(Language.ENGLISH)
    yield made
    made.fall_silent()
    made.deleteLater()
    QLocale.setDefault(QLocale("C"))


def opened(qtbot: QtBot, why: Scored, *, offer: Offer | None = None, palette: Palette = LIGHT) -> WhyDialog:
    about = Recommended(Kind.DOCUMENT, MARKUP, "/home/ann/a.pdf", "", offer or fake_mind.pick(1).offer, why)
    dialog = WhyDialog(dressed(palette), about)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_every_kind_has_a_sentence_of_its_own(speech: Speech, language: Language) -> None:
    speech.speak(language)
    words = ReasonWords()
    named = [words.sentence(Reason(kind, 0.1, "Plan", 0.5)) for kind in ReasonKind if kind is not ReasonKind.SAID]
    said = [words.sentence(Reason(ReasonKind.SAID, 0.1, verdict.value)) for verdict in Verdict]
    assert len(set(named + said)) == len(ReasonKind) - 1 + len(Verdict)
    bare = [words.sentence(Reason(kind, 0.1)) for kind in ReasonKind]
    assert all(one and "%" not in one.replace(" %", "").replace("0%", "") and "“”" not in one for one in named + bare)
    if language is Language.CHINESE:
        assert not [one for one in said + bare if one.isascii()]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason(ReasonKind.OFTEN, 0.1, amount=1), "Opened once in the last 28 days"),
        (Reason(ReasonKind.OFTEN, 0.1, amount=7), "Opened 7 times in the last 28 days"),
        (Reason(ReasonKind.RECENT, 0.1, amount=0.25), "In front 15 min ago"),
        (Reason(ReasonKind.RECENT, 0.1, amount=3.5), "In front 3 h 30 min ago"),
        (Reason(ReasonKind.RECENT, 0.1, amount=26), "In front 26 hours ago"),
        (Reason(ReasonKind.NEW, 0.1, amount=72), "Found 3 days ago and never opened since"),
        (Reason(ReasonKind.FREE, 0.1, amount=150), "Nothing is planned for 2 h 30 min"),
        (Reason(ReasonKind.HOURS, 0.1, amount=0.71), "At these hours 71 % of your quarter hours were focused"),
        (Reason(ReasonKind.SEQUENCE, 0.1, amount=0.004), "After what was in front lately the model expects it (0.4 %)"),
        (Reason(ReasonKind.TOGETHER, 0.1, "\u202eda\u202c\n" + "x" * 90), None),
    ],
)
def test_amounts_as_people_say_them(speech: Speech, reason: Reason, expected: str | None) -> None:
    text = ReasonWords().sentence(reason)
    assert expected is None or text == expected
    assert "\u202e" not in text
    assert len(text) < 120


def test_the_line_names_what_speaks_most_for_it(speech: Speech) -> None:
    words = ReasonWords()
    often, recent = Reason(ReasonKind.OFTEN, 0.3, amount=7), Reason(ReasonKind.RECENT, 0.4, amount=2)
    against = Reason(ReasonKind.SAID, -0.9, Verdict.NOT_NOW.value)
    explored = Reason(ReasonKind.EXPLORING, 0.5, amount=0.1)
    why = fake_mind.scored(0.1, often, recent, against, explored)
    assert words.line(why) == "In front 2 h 00 min ago"
    assert words.line(why, 2) == "In front 2 h 00 min ago · Opened 7 times in the last 28 days"
    assert words.line(fake_mind.scored(0.1, against, explored)).startswith("Shown to learn from")
    assert words.line(fake_mind.scored(0.1, against)) == ""


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=12))
def test_what_is_written_adds_up(values: list[float]) -> None:
    QLocale.setDefault(QLocale("C"))
    written = [float(text.replace("−", "-")) for text in signed(values, 3)]
    assert abs(sum(written) - sum(values)) <= 0.000_501
    assert all(abs(one - value) <= 0.001_001 for one, value in zip(written, values, strict=True))


def test_the_dialog_lists_base_parts_rest_and_sum(speech: Speech, qtbot: QtBot) -> None:
    reasons = tuple(Reason(ReasonKind.TOGETHER, 0.2 - 0.01 * n, f"Paper {n}") for n in range(14))
    why = Scored(0.3 + sum(one.adds for one in reasons) + 0.05, 0.3, reasons)
    dialog = opened(qtbot, why)
    rows = dialog.rows
    assert [rows[0].name, rows[-1].name] == ["What any document gets", "Score"]
    assert rows[-3].name == "Smaller things together"
    assert rows[-2].name == "What cannot be told apart"
    assert len(rows) == 1 + 9 + 1 + 1
    written = [float(row.text.replace("−", "-")) for row in rows]
    assert sum(written[:-1]) == pytest.approx(written[-1], abs=0.000_9)
    assert max(abs(row.share) for row in rows) == 1.0


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_all_of_it_is_plain_and_has_room(speech: Speech, qtbot: QtBot, palette: Palette) -> None:
    why = fake_mind.scored(-0.2, Reason(ReasonKind.AFTER, 0.3, MARKUP), Reason(ReasonKind.SAID, -0.1, "wrong"))
    dialog = opened(qtbot, why, palette=palette)
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    assert any(MARKUP in label.text() for label in labels)
    assert [one.text() for one in labels if one.textFormat() != Qt.TextFormat.PlainText] == []
    bars = dialog.bars
    assert bars.width() <= dialog.width()
    for name, _, value in bars._lines[:4]:
        assert value.width() >= value.fontMetrics().horizontalAdvance(value.text())
        assert name.height() >= name.heightForWidth(name.width()) - 1


def test_policy_probability_and_what_it_rests_on(speech: Speech, qtbot: QtBot) -> None:
    why = fake_mind.scored(0.2, Reason(ReasonKind.EXPLORING, 0.1, amount=0.08))
    dialog = opened(qtbot, why, offer=Offer(9, 0, "thompson", 0.08, 4, model=12))
    assert "the best first, with room to learn" in dialog.policy.text()
    assert "8 %" in dialog.policy.text()
    assert "training run 12" in dialog.rests_on.text()
    assert dialog.rows[1].name == "Shown to learn from; that happens with a probability of 8 %"
    plain = opened(qtbot, why, offer=Offer(9, 0, "baseline", 1.0, 0))
    assert "sure to be shown" in plain.policy.text()
    assert "simple rules" in plain.rests_on.text()
    assert "my own" in policy_name("my own")


def test_esc_closes_it(speech: Speech, qtbot: QtBot) -> None:
    dialog = opened(qtbot, fake_mind.scored(0.2))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
