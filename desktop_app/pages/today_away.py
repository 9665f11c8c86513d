"""The card on Today that asks what a time away was; it appears in the page and never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.gap_editor import GapEditor
from desktop_app.dialogs.gap_words import GapWords
from desktop_app.theme import spacing
from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from engine.domain.away import Asking
from engine.domain.categories import CategoryTree
from engine.domain.errors import KairosError


class AwayCard(Card):
    """Shows what is to be asked, nothing where that is nothing; the same question again leaves a half answer alone.

    answered: a list of one gap's interval and its parts. put_off: the gap is not to come up by itself again.
    all_wanted: the day's gaps shall be gone through. put_off_all: not today.
    """

    answered = Signal(object)
    put_off = Signal(object)
    all_wanted = Signal(object)
    put_off_all = Signal(object)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.wording = wording
        self._asking = Asking()
        self._tree = CategoryTree(())
        self.editor: GapEditor | None = None
        self._sentence = Paragraph("", "muted", self)
        self._place = QVBoxLayout()
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("kind", "primary")
        self.later_button = QPushButton(self.tr("Ask me later"), self)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.save_button)
        foot.addWidget(self.later_button)
        foot.addStretch(1)
        self.body.addWidget(self._sentence)
        self.body.addLayout(self._place)
        self.body.addWidget(self.error)
        self.body.addLayout(foot)
        self.save_button.clicked.connect(self._act)
        self.later_button.clicked.connect(self._later)
        self.hide()
        self.error.hide()

    @property
    def asking(self) -> Asking:
        """What is asked now."""
        return self._asking

    def ask(self, asking: Asking, tree: CategoryTree) -> None:
        """Ask something else; what is asked already stays as it stands."""
        if _questions(asking) == _questions(self._asking):
            return
        self._asking, self._tree = asking, tree
        self.write()

    def write(self) -> None:
        """Write everything anew, in the window's language."""
        if self.editor is not None:
            self._place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self.error.hide()
        gaps = self._asking.gaps
        if gaps and self._asking.together:
            self._write_all(len(gaps))
        elif gaps:
            self._write_one()
        self._enable()
        self.setVisible(bool(gaps))

    def _write_one(self) -> None:
        gap = self._asking.gaps[0]
        words = GapWords(self.wording, self)
        self.set_title(self.tr("You were away"))
        self._sentence.setText(self.tr("%1: what was it?").replace("%1", words.gap(gap)))
        self.save_button.setText(self.tr("Save"))
        self.later_button.setText(self.tr("Ask me later"))
        self.editor = GapEditor(gap, self.wording, self._tree, self)
        self.editor.changed.connect(self._enable)
        self._place.addWidget(self.editor)

    def _write_all(self, count: int) -> None:
        self.set_title(self.tr("Times away without a name"))
        self._sentence.setText(self.tr("%n times you were away today; shall they count as something?", "", count))
        self.save_button.setText(self.tr("Go through them"))
        self.later_button.setText(self.tr("Not today"))

    def _enable(self) -> None:
        self.save_button.setEnabled(self.editor is None or self.editor.is_whole())

    def _act(self) -> None:
        if self.editor is None:
            self.all_wanted.emit(self._asking.gaps)
        else:
            self.save_button.setEnabled(False)  # one press, one action
            self.answered.emit([(self.editor.gap.interval, self.editor.parts())])

    def _later(self) -> None:
        spans = [gap.interval for gap in self._asking.gaps]
        (self.put_off_all if self._asking.together else self.put_off).emit(spans)

    def refuse(self, error: KairosError) -> None:
        """Say why the answer was not stored."""
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self._enable()


def _questions(asking: Asking) -> tuple[object, ...]:
    """Return what makes two askings the same question: guesses may sharpen while the person thinks."""
    return asking.together, tuple(gap.interval for gap in asking.gaps)
