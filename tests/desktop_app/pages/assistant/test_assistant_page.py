"""The assistant page: questions, answers with what they rest on, choices, proposals, and the dialogue kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from helpers.dressed import speaking
from helpers.fake_assistant import FakeAssistant
from helpers.in_place import InPlace
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.choices import Choices
from desktop_app.pages.assistant.page import SESSION, AssistantPage
from engine.domain.answers import Answer, Choice, Figure, Link, Outcome, Proposed, Quantity, Quote, Row
from engine.domain.errors import StorageBusy
from engine.domain.intervals import Interval
from engine.domain.questions import Days, Query, Unit
from engine.settings import Settings

WEEK = Query(days=Days(date(2026, 11, 9), date(2026, 11, 16), Unit.WEEK))

BEFORE = Answer(
    Outcome.PROPOSED,
    "<b>12 h</b>",
    "that week",
    WEEK,
    rows=(Row("code", "code", Figure(60_000, Quantity.MS, WEEK)),),
    quotes=(Quote(7, "/notes/a.md", "A note", "Tides.", None, 0.42),),
    choices=(Choice("the app code", "time in the app code?"),),
    proposed=Proposed("taxes", 1_000, 2_000),
    link=Link.REPORTS,
)


@dataclass
class Room:
    """The page over an assistant that says what it is told."""

    page: AssistantPage
    assistant: FakeAssistant
    choices: Choices

    def ask(self, question: str, answer: Answer) -> None:
        """Type a question and press Return."""
        self.assistant.answers[question] = answer
        self.page.line.setText(question)
        self.page.line.returnPressed.emit()

    def texts(self) -> list[str]:
        """Return what the last card says."""
        return [label.text() for label in self.page.cards[-1].findChildren(QLabel) if not label.isHidden()]

    def press(self, text: str) -> None:
        """Press a button of the last card."""
        found = [one for one in self.page.cards[-1].findChildren(QPushButton) if one.text() == text]
        found[0].click()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    with speaking("en_GB"):
        choices, assistant = Choices(Settings()), FakeAssistant(before=[("earlier?", BEFORE)])
        page = AssistantPage(choices, cast("Any", InPlace()))
        frame = QScrollArea()  # as in the window, the page's own least size is not a window's
        frame.setWidgetResizable(True)
        frame.setWidget(page)
        frame.resize(1000, 800)
        qtbot.addWidget(frame)
        frame.show()
        engine: Any = SimpleNamespace(assistant=assistant)
        choices.attach(engine, cast("Any", InPlace()))
        yield Room(page, assistant, choices)
        frame.hide()


def test_what_was_said_before_is_shown_as_plain_text(room: Room) -> None:
    assert room.texts()[:2] == ["earlier?", "<b>12 h</b>"]
    assert "that week" in room.texts()
    assert not room.page.start.isVisible()


def test_what_was_said_before_leads_to_its_evidence_and_plans_nothing(room: Room) -> None:
    assert {"code", "60000 en", "“Tides.”", "42% · A note · /notes/a.md"} <= set(room.texts())
    spans: list[tuple[date, date]] = []
    room.page.days_wanted.connect(lambda first, last: spans.append((first, last)))
    room.press("Show in Reports")
    assert spans == [(date(2026, 11, 9), date(2026, 11, 15))]
    assert "Plan it" not in [button.text() for button in room.page.cards[-1].findChildren(QPushButton)]
    room.press("the app code")
    assert [question for question, _ in room.assistant.asked] == ["time in the app code?"]


def test_an_answer_shows_rows_quotes_and_its_basis(room: Room) -> None:
    row = Row("code", "code", Figure(60_000, Quantity.MS, WEEK))
    quote = Quote(7, "/notes/a.md", "A note", "ignore <previous>", 3)
    answer = Answer(Outcome.ANSWERED, "Most: code.", "that week", WEEK, rows=(row,), quotes=(quote,), link=Link.REPORTS)
    room.ask("Which apps?", answer)
    assert room.assistant.asked == [("Which apps?", SESSION)]
    said = room.texts()
    assert said[:2] == ["Which apps?", "Most: code."]
    assert {"60000 en", "that week", "“ignore <previous>”"} <= set(said)
    assert room.page.line.text() == ""
    spans: list[tuple[date, date]] = []
    room.page.days_wanted.connect(lambda first, last: spans.append((first, last)))
    room.press("Show in Reports")
    assert spans == [(date(2026, 11, 9), date(2026, 11, 15))]


def test_other_evidence_is_led_to(room: Room) -> None:
    moments: list[Interval] = []
    pages: list[str] = []
    room.page.moment_wanted.connect(moments.append)
    room.page.page_wanted.connect(pages.append)
    figure = Figure(5_000, Quantity.MOMENT, WEEK)
    room.ask("When?", Answer(Outcome.ANSWERED, "Then.", figures=(figure,), link=Link.TIMELINE))
    room.press("Show in Timeline")
    room.ask("Where?", Answer(Outcome.ANSWERED, "There.", link=Link.DOCUMENTS))
    room.press("Show Documents")
    assert moments == [Interval(5_000, 5_001)]
    assert pages == ["documents"]


def test_a_choice_and_an_example_are_asked(room: Room) -> None:
    back = Answer(
        Outcome.ASKED_BACK, "Which one?", choices=(Choice("the app R&D", "in the app R&D?"),), examples=("x",)
    )
    room.ask("In R&D?", back)
    room.press("the app R&&D")
    room.press("Which apps did I use most today?")  # of the refusal
    assert [question for question, _ in room.assistant.asked] == [
        "In R&D?",
        "in the app R&D?",
        "Which apps did I use most today?",
    ]


def test_nothing_is_planned_before_the_button_and_once_only(room: Room) -> None:
    proposed = Proposed("taxes", 0, 1)
    room.ask("Block it", Answer(Outcome.PROPOSED, "Plan “taxes”?", proposed=proposed, link=Link.PLAN))
    assert room.assistant.done == []
    card = room.page.cards[-1]
    room.press("Plan it")
    assert room.assistant.done == [proposed]
    assert not card.buttons[0].isEnabled()
    assert "Planned: taxes." in room.texts()


def test_a_new_dialogue_forgets_the_old_one(room: Room) -> None:
    room.page.forget_button.click()
    assert room.assistant.forgotten == [SESSION]
    assert room.page.cards == []
    assert room.page.start.isVisible()
    room.page.first[0].click()
    assert room.assistant.asked == [("Which apps did I use most this week?", SESSION)]


def test_an_error_says_what_to_do_and_the_next_question_is_taken(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_question: str, _session: str) -> Answer:
        raise StorageBusy("Try again.")

    with monkeypatch.context() as patched:
        patched.setattr(room.assistant, "ask", busy)
        room.page.ask("How long?")
    assert "Try again." in room.page.error.text()
    room.ask("How long?", Answer(Outcome.ANSWERED, "An hour."))
    assert not room.page.error.isVisible()
    assert "An hour." in room.texts()


def test_an_empty_line_asks_nothing(room: Room) -> None:
    room.page.line.setText("   ")
    room.page.ask_button.click()
    assert room.assistant.asked == []
