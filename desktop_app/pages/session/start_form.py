"""How a session is started: which rhythm, how long, what for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QPushButton, QSpinBox, QWidget

from desktop_app.focus.words import FocusWords, timing_of
from desktop_app.theme import spacing
from desktop_app.widgets.named_box import name_box
from desktop_app.widgets.plain_text import for_tooltip, foreign
from engine.domain.blocks import Occurrence
from engine.domain.focus_choices import Rhythm
from engine.domain.focus_session import Timing
from engine.settings import FocusSettings

_LONGEST_MIN = 480
_MOST_LETTERS = 200
_TITLE = 40


class StartForm(QWidget):
    """Emits wanted(Timing, intention) and block_wanted(Occurrence); it never takes the keyboard by itself."""

    wanted = Signal(object, str)
    block_wanted = Signal(object)

    def __init__(self, words: FocusWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._settings = FocusSettings()
        self._planned: Occurrence | None = None
        self.rhythm = QComboBox(self)
        self.minutes = QSpinBox(self)
        self.intention = QLineEdit(self)
        self.start_button = QPushButton(self)
        self.block_button = QPushButton(self)
        self.start_button.setProperty("kind", "primary")
        self.block_button.hide()
        self.minutes.setRange(1, _LONGEST_MIN)
        self.minutes.setSingleStep(5)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.minutes.setMinimumWidth(84)
        self.intention.setMaxLength(_MOST_LETTERS)
        self.intention.returnPressed.connect(self._start)
        for rhythm in Rhythm:
            self.rhythm.addItem("", rhythm)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing.S)
        for part, share in (
            (self.rhythm, 0), (self.minutes, 0), (self.intention, 1), (self.start_button, 0), (self.block_button, 0)
        ):  # fmt: skip
            self._row.addWidget(part, share)
        self.rhythm.activated.connect(lambda _place: self._follow_rhythm())
        self.start_button.clicked.connect(self._start)
        self.block_button.clicked.connect(lambda: self.block_wanted.emit(self._planned))
        self.write()
        self.heed(self._settings)

    def write(self) -> None:
        """Write everything in the window's language."""
        for place in range(self.rhythm.count()):
            rhythm = Rhythm(self.rhythm.itemData(place))
            self.rhythm.setItemText(place, self._words.rhythm(rhythm))
            self.rhythm.setItemData(place, self._words.explained(rhythm), Qt.ItemDataRole.ToolTipRole)
        name_box(self.rhythm, self.tr("Rhythm"))
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("Minutes of work"))
        self.intention.setPlaceholderText(self.tr("What do you want to do? (optional)"))
        self.intention.setAccessibleName(self.tr("What you want to do"))
        self.start_button.setText(self.tr("Start"))
        self.start_button.setToolTip(self.tr("The Space bar starts and ends a session, too, where nothing is typed."))
        self.show_planned(self._planned)

    def heed(self, settings: FocusSettings) -> None:
        """Offer what these settings say."""
        self._settings = settings
        self.rhythm.setCurrentIndex(self.rhythm.findData(settings.rhythm))
        self._follow_rhythm()

    def show_planned(self, planned: Occurrence | None) -> None:
        """Offer the block under way, where there is one."""
        self._planned = planned
        self.block_button.setVisible(planned is not None)
        if planned is not None:
            title = foreign(planned.block.about.title, _TITLE) or self.tr("the planned block")
            text = self.tr("Start “%1”").replace("%1", title)
            self.block_button.setText(text.replace("&", "&&"))
            self.block_button.setToolTip(
                for_tooltip(self.tr("A session for the block in your plan, as long as it is."))
            )

    def said(self) -> Timing:
        """Return the rhythm and lengths as they are chosen now."""
        chosen = timing_of(Rhythm(self.rhythm.currentData()), self._settings)
        return Timing(chosen.rhythm, self.minutes.value(), chosen.rest, chosen.long_rest, chosen.rounds)

    def _follow_rhythm(self) -> None:
        timing = timing_of(Rhythm(self.rhythm.currentData()), self._settings)
        self.minutes.setValue(timing.work)
        self.minutes.setVisible(timing.rhythm is not Rhythm.FLOWTIME)
        self.rhythm.setToolTip(self._words.explained(timing.rhythm))

    def _start(self) -> None:
        self.wanted.emit(self.said(), self.intention.text().strip())
        self.intention.clear()

    def stand(self, *, upright: bool) -> None:
        """Put the parts under one another where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
