"""Learning together: whether the person takes part, what was made for it, what that cost, and leaving."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QMessageBox, QProgressBar, QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.share_words import ShareWords
from desktop_app.pages.settings.looking_section import LookingSection
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.sentences import joined
from engine.domain.model_status import Head
from engine.domain.together import TogetherStatus

_NAME = 60
_WHOLE = 1_000


class TogetherSection(LookingSection):
    """Joining, updates and averages are the command line's; here is how it stands, and the way out."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("Learning together"))
        self._words = ShareWords(self)
        self.box: QMessageBox | None = None
        self.add_hint(
            self.tr(
                "What your models begin with can be learned with others: a few numbers, clipped and with noise. No "
                "history leaves, and an average is only used where it does no worse on your own days."
            )
        )
        self.state, self.made, self.used = (
            Paragraph("", "strong", self),
            Paragraph("", "", self),
            Paragraph("", "", self),
        )
        self.cost, self.bar = Paragraph("", "", self), QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(spacing.S)
        self.bar.setRange(0, _WHOLE)
        self.bar.setAccessibleName(self.tr("Epsilon spent of your limit"))
        self.way = Paragraph("", "secondary", self)
        for part in (self.state, self.made, self.cost, self.bar, self.used, self.way):
            self.body.addWidget(part)
        self.leave_button = QPushButton(self.tr("Leave…"), self)
        self.own_button = QPushButton(self.tr("Use no average any more"), self)
        self.leave_button.clicked.connect(self._ask_leave)
        self.own_button.clicked.connect(self._take_back)
        self.add_buttons(self.leave_button, self.own_button)
        for button in (self.leave_button, self.own_button):
            button.hide()
        self.finish()

    def look(self) -> None:
        """Ask anew how it stands."""
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:

            def read() -> TogetherStatus:
                return engine.together.status()  # its parts are loaded when first asked for

            background.ask(self, read, self._show, self.refuse)

    def _show(self, found: TogetherStatus) -> None:
        began = bool(found.federation or found.rounds)
        self.state.setText(self._state(found))
        self.made.setText(self._made(found))
        self.cost.setText(self._cost(found))
        self.bar.setValue(round(min(1.0, found.epsilon_millionths / found.limit_millionths) * _WHOLE))
        self.bar.setAccessibleDescription(self.cost.text())
        for part in (self.made, self.cost, self.bar):
            part.setVisible(began)
        self.used.setText(self.tr("In use here: %1.").replace("%1", self._heads(found.used)))
        self.used.setVisible(bool(found.used))
        self.way.setText(self._way(found))
        self.leave_button.setVisible(bool(found.federation))
        self.own_button.setVisible(bool(found.used))

    def _state(self, found: TogetherStatus) -> str:
        if not found.federation:
            return self.tr("You take part in nothing.")
        text = self.tr("You take part in “%1”. What is learned: %2.")
        return text.replace("%1", isolated(foreign(found.name, _NAME))).replace("%2", self._heads(found.heads))

    def _made(self, found: TogetherStatus) -> str:
        if not found.rounds:
            return self.tr("Nothing was made to be sent yet.")
        size = QLocale().formattedDataSize(found.bytes)
        rounds = ", ".join(QLocale().toString(one) for one in found.rounds)
        return self.tr("Made to be sent: %1, in these rounds: %2.").replace("%1", size).replace("%2", rounds)

    def _cost(self, found: TogetherStatus) -> str:
        spent, limit = (self._words.epsilon(one) for one in (found.epsilon_millionths, found.limit_millionths))
        return self.tr("Epsilon spent: %1 of your limit of %2.").replace("%1", spent).replace("%2", limit)

    def _way(self, found: TogetherStatus) -> str:
        by_files = self.tr(
            "This is for teams with an administrator: they invite you and set it up at the command line."
        )
        server = (
            self.tr("The add-on for a server of your own network is installed.")
            if found.installed
            else self.tr("The add-on for a server of your own network is not installed; by files it works without.")
        )
        return joined(by_files, server)

    def _heads(self, heads: tuple[Head, ...]) -> str:
        names = {Head.NEXT_APP: self.tr("the next app"), Head.NEXT_DOCUMENT: self.tr("the next document")}
        return ", ".join(names.get(one, one.value) for one in heads)

    def _ask_leave(self) -> None:
        box = self.box = QMessageBox(QMessageBox.Icon.Question, "Kairos", "", parent=self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Leave learning together?"))
        box.setInformativeText(
            self.tr("Nothing more is made, and what runs stops before it sends. What was given cannot be called back.")
        )
        leave = box.addButton(self.tr("Leave"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(lambda: self._leave() if box.clickedButton() is leave else None)
        box.open()

    def _leave(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            self.error.hide()
            background.ask(self, engine.together.leave, lambda _left: self.look(), self.refuse)

    def _take_back(self) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            self.error.hide()
            background.ask(self, engine.together.take_back, lambda _was: self.look(), self.refuse)
