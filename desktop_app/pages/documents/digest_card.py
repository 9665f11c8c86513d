"""What is worth reading now, asked for by a button: at most five documents, each in its own sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.packs_button import PacksButton
from desktop_app.pages.documents.words import day_words, readable
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.sentences import labelled
from engine.domain.digest import Digest, DigestItem
from engine.domain.errors import KairosError
from engine.domain.packs import PackKind
from engine.domain.recommended import Verdict

if TYPE_CHECKING:
    from desktop_app.pages.documents.library import Library

_TITLE: Final = 100
_SENTENCE: Final = 400


class DigestCard(Card):
    """Emits open_wanted(path of the document). What is said of one is heeded at once: the list is made anew."""

    open_wanted = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._library = library
        self._wording = Wording("UTC", self)
        self.set_title(self.tr("Worth reading now"))
        self.rows: list[QWidget] = []
        self._items: list[DigestItem] = []
        self._make_corner()
        self.note = Paragraph(
            self.tr("At most five documents you have not read yet, by what you read lately and the time there is."),
            "muted",
            self,
        )
        self.body.addWidget(self.note)
        self._taken_back: DigestItem | None = None  # what "less like this" was said of last
        self.undo_button = QPushButton(self.tr("Undo"), self)
        self.undo_button.setProperty("kind", "quiet")
        self.undo_button.clicked.connect(self._undo)
        self.undo_button.hide()
        self.held = Paragraph("", "secondary", self)
        self.held.hide()
        said = QHBoxLayout()
        said.setSpacing(spacing.S)
        said.addWidget(self.held, 1)
        said.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(said)
        self.area = QWidget(self)
        self._column = QVBoxLayout(self.area)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing.L)
        self.body.addWidget(self.area)
        self.area.hide()

    def _make_corner(self) -> None:
        self.packs = PacksButton((PackKind.READING,), self)
        self.packs.setProperty("kind", "quiet")
        self.ask_button = QPushButton(self.tr("Show"), self)
        self.ask_button.clicked.connect(self.ask)
        for button in (self.packs, self.ask_button):
            self.corner.addWidget(button)

    def ask(self) -> None:
        """Have the digest made."""
        self.ask_button.setEnabled(False)
        self._library.ask_digest(self, self.show_digest, self._fail)

    def show_digest(self, digest: Digest) -> None:
        """Show what is worth reading, or that nothing is."""
        self.ask_button.setEnabled(True)
        self.ask_button.setText(self.tr("Look again"))
        self._wording.set_zone(self._library.zone)
        for row in self.rows:
            _drop(row)
        self._items = list(digest.items)
        self.rows = [self._row(one, digest.made_ms) for one in digest.items]
        for row in self.rows:
            self._column.addWidget(row)
            row.show()
        self.note.setText(self._said(digest))
        self._show_held(digest.held)
        self.area.setVisible(bool(self.rows))

    def _show_held(self, held: int) -> None:
        text = self.tr("%n are left out because you wanted less of them or their like.", "", held) if held else ""
        if self._taken_back is not None:
            name = isolated(foreign(readable(self._taken_back.chosen.document.title), _TITLE))
            text = self.tr("Less like %1 from now on. %2").replace("%2", text).replace("%1", name)
        self.held.setText(text)
        self.held.setVisible(bool(text))
        self.undo_button.setVisible(self._taken_back is not None)

    def _said(self, digest: Digest) -> str:
        if not digest.items and digest.held:
            return self.tr("Nothing else is worth reading now.")
        if not digest.items:
            return self.tr("Nothing unread is close to what you read lately, or new.")
        if digest.free_minutes is None:
            return self.tr("Nothing is planned for the next hours.")
        length = self._wording.length(digest.free_minutes * 60_000)
        return self.tr("%1 until the next planned time.").replace("%1", length)

    def _row(self, one: DigestItem, now_ms: int) -> QWidget:
        row, document = QWidget(self.area), one.chosen.document
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.XS)
        head = QHBoxLayout()
        head.setSpacing(spacing.S)
        title = foreign(readable(document.title), _TITLE)
        head.addWidget(Paragraph(title, "strong", row), 1)
        for text, act in (
            (self.tr("Open"), lambda: self._open(one)),
            (self.tr("Not now"), lambda: self._say(one, Verdict.NOT_NOW)),
            (self.tr("Less like this"), lambda: self._say(one, Verdict.LESS)),
        ):
            button = QPushButton(text, row)
            button.setAccessibleName(labelled(text, title))
            button.setProperty("kind", "quiet")
            button.clicked.connect(act)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for sentence in one.summary:
            column.addWidget(Paragraph(foreign(sentence, _SENTENCE), "", row))
        column.addWidget(Paragraph(self._why(one, now_ms), "secondary", row))
        return row

    def _why(self, one: DigestItem, now_ms: int) -> str:
        document = one.chosen.document
        parts = [self.tr("in %1").replace("%1", isolated(foreign(readable(document.feed), _TITLE)))]
        parts = parts if document.feed else []
        parts += [self.tr("%n minutes to read", "", document.minutes)]
        if one.fits is False:
            parts.append(self.tr("longer than the time there is"))
        parts.append(self.tr("from %1").replace("%1", day_words(document.added_ms, now_ms, self._wording)))
        if one.chosen.near:
            like = self.tr("like %1, which you read lately")
            parts.append(like.replace("%1", isolated(foreign(readable(one.chosen.near), _TITLE))))
        return self.tr(" · ").join(parts)

    def _open(self, one: DigestItem) -> None:
        self._library.say_of_digest(self, one.offer, Verdict.OPENED, lambda _done: None, self._fail)
        self.open_wanted.emit(one.chosen.document.path)

    def _say(self, one: DigestItem, verdict: Verdict) -> None:
        if not one.offer:  # of a sample: nothing is kept of what is said there
            self._put_away(one)
            return
        self._taken_back = one if verdict is Verdict.LESS else None
        self._library.say_of_digest(self, one.offer, verdict, lambda _done: self.ask(), self._fail)

    def _put_away(self, one: DigestItem) -> None:
        if one not in self._items:  # pressed twice
            return
        at = self._items.index(one)
        self._items.pop(at)
        _drop(self.rows.pop(at))
        self.note.setText(self.tr("These are sample data: what you say of them is not kept."))
        self.area.setVisible(bool(self.rows))

    def _undo(self) -> None:
        one, self._taken_back = self._taken_back, None
        if one is not None:
            self._library.take_back_of_digest(self, one.offer, Verdict.LESS, lambda _done: self.ask(), self._fail)

    def _fail(self, error: KairosError) -> None:
        self.ask_button.setEnabled(True)
        self.note.setText(f"⚠ {error_sentence(error)}")


def _drop(row: QWidget) -> None:
    row.hide()  # it goes later, and would be seen till then
    row.deleteLater()
