"""The card on Today that names documents for this moment, each with what can be said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.dialogs.reason_words import ReasonWords
from desktop_app.pages.advice.steady import in_place
from desktop_app.pages.advice.words import AdviceWords
from desktop_app.pages.documents.words import file_name, place
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.pick_row import PickRow
from desktop_app.widgets.plain_text import foreign
from engine.domain.recommended import Abstention, Advice, DocumentPick, Verdict

MOST: Final = 5
_LONGEST: Final = 160


class PicksCard(Card):
    """Emits open_wanted(DocumentPick), said(DocumentPick, Verdict), why_wanted(DocumentPick) and folders_wanted.

    While the pointer is over it, or a menu is open, no row moves by itself: what is new takes the places that are free
    at the end, and all the rest shows after.
    """

    open_wanted = Signal(object)
    said = Signal(object, object)
    why_wanted = Signal(object)
    folders_wanted = Signal()

    def __init__(
        self, theme: ThemeHolder, words: AdviceWords, reasons: ReasonWords, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._words, self._reasons = words, reasons
        self.picks: tuple[DocumentPick, ...] = ()
        self._later: Advice | None = None
        self._asked: DocumentPick | None = None  # whose menu is open: what it says is meant of that one
        self.sentence = Paragraph("", "muted", self)
        self.folders_button = QPushButton(self)
        self.folders_button.clicked.connect(self.folders_wanted)
        self.rows = tuple(PickRow(theme, self) for _ in range(MOST))
        self.body.setSpacing(0)
        self.corner.addStrut(spacing.TARGET)  # as high as the heading beside it, which has a button
        self.body.addWidget(self.sentence)
        for number, row in enumerate(self.rows):
            self.body.addWidget(row)
            row.hide()
            row.clicked.connect(partial(self._open, number))
            row.stepped.connect(partial(self._step, number))
            row.menu_shown.aboutToShow.connect(partial(self._ask_of, number))
            row.menu_shown.aboutToHide.connect(self._menu_closed)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, spacing.S, 0, 0)
        foot.addWidget(self.folders_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.write()

    def write(self) -> None:
        """Write what does not change, in the window's language."""
        self.set_title(self.tr("For this moment"))
        self.folders_button.setText(self.tr("Choose a folder…"))
        for row in self.rows:
            row.more.setAccessibleName(self.tr("Say what you think of it"))
            row.more.setToolTip(self.tr("Say what you think of it"))
            row.menu_shown.clear()
            self._fill(row)

    def _fill(self, row: PickRow) -> None:
        wanted = (
            (self.tr("Open"), self.open_wanted.emit),
            (self.tr("Not now"), lambda pick: self.said.emit(pick, Verdict.NOT_NOW)),
            (self.tr("Wrong"), lambda pick: self.said.emit(pick, Verdict.WRONG)),
            (self.tr("Less like this"), lambda pick: self.said.emit(pick, Verdict.LESS)),
            (self.tr("Why?"), self.why_wanted.emit),
        )
        for text, act in wanted:
            action = QAction(text, row.menu_shown)
            action.triggered.connect(lambda _checked=False, act=act: self._act(act))
            row.menu_shown.addAction(action)

    def show_waiting(self) -> None:
        """Say that documents are being looked for."""
        self.folders_button.hide()
        self._show((), self.tr("Looking for documents…"))

    def show_advice(self, advice: Advice, *, at_once: bool = False) -> None:
        """Show other documents, or why there are none; at_once: the person just did something to the list."""
        touched = bool(self.picks) and self._is_touched()
        self._later = advice if touched and not at_once else None
        if self._later is not None and len(self.picks) == MOST:
            return
        why = advice.no_documents if not advice.documents else None
        self.folders_button.setVisible(why is Abstention.NO_DOCUMENTS)
        sentence = self._words.abstention(why) if why is not None else self.tr("Nothing fits this moment.")
        picks = in_place(self.picks, advice.documents, MOST) if touched else advice.documents[:MOST]
        self._show(picks, "" if advice.documents else sentence)

    def _show(self, picks: Sequence[DocumentPick], sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        if tuple(picks) == self.picks:
            return
        self.picks = tuple(picks)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(picks))
            if number < len(picks):
                row.show_pick(*self.texts(picks[number]))

    def texts(self, pick: DocumentPick) -> tuple[str, str, str, str]:
        """Return a document's title, the reason for it, the name of its folder, and where it lies."""
        folder = Path(pick.path).parent
        name = file_name(str(folder)) if folder != Path.home() else place(str(folder))
        return title_of(pick), self._reasons.line(pick.why), name, place(pick.path, _LONGEST)

    def visible_offers(self) -> list[int]:
        """Return the offers whose rows lie in sight."""
        shown = zip(self.picks, self.rows, strict=False)
        return [pick.offer.id for pick, row in shown if is_in_sight(row)]

    def _pick(self, number: int) -> DocumentPick | None:
        return self.picks[number] if number < len(self.picks) else None

    def _open(self, number: int) -> None:
        if (pick := self._pick(number)) is not None:
            self.open_wanted.emit(pick)

    def _ask_of(self, number: int) -> None:
        self._asked = self._pick(number)

    def _act(self, act: Callable[[DocumentPick], object]) -> None:
        if self._asked is not None:
            act(self._asked)

    def _menu_closed(self) -> None:
        QTimer.singleShot(0, self, self._catch_up)

    def _step(self, number: int, step: int) -> None:
        wanted = number + step
        if 0 <= wanted < len(self.picks):
            self.rows[wanted].setFocus(Qt.FocusReason.TabFocusReason)

    def leaveEvent(self, event: QEvent) -> None:
        """Show what came while the pointer was here."""
        super().leaveEvent(event)
        self._catch_up()

    def _is_touched(self) -> bool:
        """Return whether someone points at a row or looks at its menu: then no row may move."""
        menu = any(row.menu_shown.isVisible() for row in self.rows)
        return self.isVisible() and (menu or self.underMouse())

    def _catch_up(self) -> None:
        if self._later is not None and not self._is_touched():
            self.show_advice(self._later)


def title_of(pick: DocumentPick) -> str:
    """Return what a document is called: its own title, else its file's name."""
    return foreign(pick.title.strip()) or file_name(pick.path)


def is_in_sight(widget: QWidget) -> bool:
    """Return whether most of a widget lies within what its window shows."""
    handle = widget.window().windowHandle()
    if not widget.isVisible() or handle is None or not handle.isExposed():
        return False
    seen = widget.visibleRegion().boundingRect()
    return seen.width() * seen.height() * 2 > widget.width() * widget.height() > 0
