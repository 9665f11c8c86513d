"""Dialogs opened by pages and cards, and pages full of things: each control is reached by Tab and says what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from helpers.dialog_ways import closes_by_escape
from helpers.documents_room import DocumentsRoom
from helpers.drawn_letters import illegible
from helpers.dressed import dressed, speaking
from helpers.fake_away import FIRST, SECOND, TREE
from helpers.fake_digest import item
from helpers.fake_documents import SHELF, document
from helpers.fake_mind import pick
from helpers.learn_page_room import LearnPageRoom
from helpers.manual_clock import ManualClock
from helpers.spoken import spoken
from helpers.tab_faults import faults_of, ringless
from helpers.tab_walk import tab_stops
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.dialogs.about_form import BlockChoices
from desktop_app.dialogs.away_time import AwayTime
from desktop_app.dialogs.document_folder import EditDocumentFolder
from desktop_app.dialogs.edit_flexible import EditFlexible
from desktop_app.dialogs.why import Recommended, WhyDialog
from desktop_app.pages.documents.part_bar import Part
from desktop_app.pages.timeline.shown_document import ShownDocumentDialog
from desktop_app.theme import LIGHT
from desktop_app.widgets.format import Wording
from desktop_app.widgets.reading_order import lead_on
from engine.domain.activity import Observed
from engine.domain.blocks import About, BlockKind, FlexibleBlock
from engine.domain.document_use import UseCorrected
from engine.domain.documents import Document, DocumentKind, Folder, MatchedBy
from engine.domain.learning import CardDraft, ItemKind, LearningItem, Skill
from engine.domain.presence import Presence
from engine.domain.recommended import Kind
from engine.domain.sources import Remedy, Source, SourceReport, Standing
from engine.domain.sources import Told as Sentence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass
class Shown:
    """A history in which a document was in front, and a shelf of others."""

    def said(self, at_ms: int) -> UseCorrected:
        return UseCorrected(Observed(Presence.ACTIVE, "writer", f"Letter {at_ms}"), SHELF[1][0], MatchedBy.TITLE)

    def choices(self, _text: str, _limit: int) -> list[Document]:
        return [document for document, _ in SHELF]


class Window(QWidget):
    """A page as it stands in the window: its parts are called and walked as there."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addWidget(page)
        self.resize(1280, 900)
        for part in page.findChildren(QScrollArea):
            part.setAccessibleName(part.accessibleName() or "The page")
        self.show()

    def let_go(self, page: QWidget) -> None:
        """Give the page back to who made it."""
        page.setParent(None)
        self.close()
        self.deleteLater()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Lead Tab through the page as it is read."""
        return lead_on(self, forward=forwards)


def told_wrongly(window: QWidget) -> list[str]:
    stops = tab_stops(window)
    name = type(window).__name__
    assert len(stops) > 1, name
    return [f"{name}: {fault}" for fault in (*faults_of(stops), *ringless(stops), *illegible(window))]


def test_dialogs_of_cards(open_desk: Any) -> None:
    bench = open_desk()
    window, background, engine = bench.desk.window, bench.desk.background, bench.engine
    block = FlexibleBlock(About(BlockKind.FOCUS, "Read"), deadline=date(2026, 12, 1), id=3)
    made: tuple[Callable[[], Any], ...] = (
        lambda: WhyDialog(
            dressed(LIGHT), Recommended(Kind.DOCUMENT, "A", "/a", "b", pick(1).offer, pick(1).why), window
        ),
        lambda: AwayTime([FIRST, SECOND], Wording(), TREE, window),
        lambda: EditFlexible(block, BlockChoices(TREE), date(2026, 11, 21), engine.plan, background, window),
        lambda: EditDocumentFolder(Folder(1, "/home/ann"), "/home/ann", window),
        lambda: ShownDocumentDialog(0, "Letter.odt - Writer", cast("Any", Shown()), background, window),
    )
    faults: list[str] = []
    for make in made:
        dialog = make()
        dialog.open()
        if isinstance(dialog, WhyDialog):
            dialog.resize(dialog.width(), 320)  # so low that what is read scrolls
        for row in dialog.rows if isinstance(dialog, AwayTime) else ():
            row.editor.split_button.click()
        bench.settle()
        faults += told_wrongly(dialog)
        faults += [] if dialog.windowTitle() else [f"{type(dialog).__name__} has no title"]
        faults += [] if closes_by_escape(dialog, bench.settle) else [f"{type(dialog).__name__} stays at Escape"]
        dialog.deleteLater()
    assert "\n".join(faults) == ""


def test_what_each_source_does(open_desk: Any) -> None:
    bench = open_desk()
    bad = SourceReport(Source.WINDOW, Standing.BAD, Sentence.WINDOW_NO_GNOME, None, Remedy.EXTENSION)
    off = SourceReport(Source.DOCUMENTS, Standing.OFF, Sentence.DOCUMENTS_NONE, None, Remedy.FOLDER)
    bench.engine.sources.reports = (*bench.engine.sources.reports, bad, off)
    bench.desk.control.checkup.trigger()
    bench.settle()
    assert "\n".join(told_wrongly(bench.desk.checkup.doctor)) == ""


def test_the_palette(open_desk: Any) -> None:
    bench = open_desk()
    bench.desk.keyboard.open_palette()
    palette = bench.desk.keyboard.palette
    assert palette is not None
    said = spoken(palette.field), spoken(palette.view)
    assert [(one.role, one.name) for one in said] == [("entry", "What do you want to do?"), ("list", "Actions")]
    for _ in range(3):
        bench.qtbot.keyClick(bench.desk.window.focusWidget(), Qt.Key.Key_Tab)
        assert palette.isAncestorOf(bench.desk.window.focusWidget()), "Tab stays in it"
    rows = [palette.model.index(row) for row in range(palette.model.rowCount())]
    assert all(one.data(Qt.ItemDataRole.AccessibleTextRole) for one in rows)
    assert illegible(palette) == []
    palette.close_down()


@pytest.fixture
def documents(tmp_path: Path, qtbot: QtBot) -> Iterator[DocumentsRoom]:
    with speaking("en_GB"):
        made = DocumentsRoom(tmp_path / "profile", qtbot)
        yield made
        made.close()


def test_documents_with_all_there_is(documents: DocumentsRoom) -> None:
    documents.engine.digest.items = [item(3, "Tides", "The gauge was moved."), item(4, "Bread", minutes=30)]
    documents.documents.failed = [document(9, "/home/ann/a.pdf", DocumentKind.PDF, reason="It is damaged.")]
    page = documents.page
    window = Window(page)
    [show] = [one for one in page.search.start.digest.findChildren(QPushButton) if one.text() == "Show"]
    show.click()
    documents.settle()
    faults = told_wrongly(window)
    documents.type("budget")
    documents.settle()
    assert documents.titles()
    for part in Part:
        page.show_part(part)
        documents.settle()
        faults += [f"{part.name}: {fault}" for fault in told_wrongly(window)]
    window.let_go(page)
    assert "\n".join(faults) == ""


@pytest.fixture
def learning(tmp_path: Path, clock: ManualClock, qtbot: QtBot) -> Iterator[LearnPageRoom]:
    made = LearnPageRoom(tmp_path, clock, qtbot)
    for name in ("Rust", "Chinese"):
        skill = made.learning.skills.add(Skill(name, 5))
        made.learning.cards.add(skill.id, [CardDraft(f"{name}?", "That."), CardDraft("Who?", "They.")])
        for title in ("A course", "A book"):
            made.learning.skills.add_item(LearningItem(skill.id, ItemKind.COURSE, f"{title} of {name}", 120))
    yield made
    made.close()


def test_learn_with_skills_cards_and_a_week(learning: LearnPageRoom) -> None:
    page = learning.page
    window = Window(page)
    faults = told_wrongly(window)
    assert page.whole.isVisible()
    learning.settle()
    page.review.start()
    faults += [f"asked: {fault}" for fault in told_wrongly(window)]
    assert "?" in spoken(page.review).description
    window.let_go(page)
    assert "\n".join(faults) == ""
