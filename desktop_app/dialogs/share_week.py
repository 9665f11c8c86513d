"""Sharing a week as a file: which week and kind, then all that is in it, then where it is saved."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.dialogs.share_choose import ChooseStep, affordable
from desktop_app.dialogs.share_done import DoneStep
from desktop_app.dialogs.share_look import LookStep
from desktop_app.dialogs.share_words import ShareWords
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.return_key import press_by_return
from engine.domain.errors import KairosError
from engine.domain.sharing import MILLION, ShareBudget, ShareKind, ShareOffer, SharePreview
from engine.settings import Settings

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine

_SIZE: Final = (920, 620)
_CHOOSE, _LOOK, _DONE = range(3)


class ShareWeek(QDialog):
    """Asks beside the window; emits shared once a file was saved. day: whose week to begin with, None for the last."""

    shared = Signal()

    def __init__(
        self,
        engine: Engine,
        background: Background,
        choices: Choices,
        day: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._background, self._choices = engine, background, choices
        self._offer: ShareOffer | None = None
        self._preview: SharePreview | None = None
        self._asked = 0
        self.dialog: QFileDialog | None = None
        self.setWindowTitle(self.tr("Share my week"))
        resize_on_screen(self, _SIZE)
        self._make_steps()
        self._make_buttons()
        self._arrange()
        self._show_settings(choices.settings)
        choices.changed.connect(self._show_settings)
        self.go_to(_CHOOSE)
        self._give_keys()
        background.ask(self, engine.history.today, lambda today: self.choose.weeks.open_on(day, today), self.refuse)

    def _make_steps(self) -> None:
        words = self._words = ShareWords(self)
        self.title = plain_label("", "title", self, wrap=True)
        self.stack = QStackedWidget(self)
        self.choose = ChooseStep(words, self._choices, self)
        self.look, self.done_step = LookStep(words, self), DoneStep(words, self)
        for step in (self.choose, self.look, self.done_step):
            self.stack.addWidget(step)
        self.error = Paragraph("", "strong", self)
        self.error.setObjectName("error")
        self.error.hide()
        self.choose.changed.connect(self._ask_offer)
        self.choose.off.refused.connect(self.refuse)
        self.choose.off.turned_on.connect(self._give_keys)

    def _make_buttons(self) -> None:
        self.progress = plain_label("", "secondary", self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.back_button = QPushButton(self.tr("Back"), self)
        self.next_button = QPushButton(self)
        self.next_button.setDefault(True)
        self.next_button.setProperty("kind", "primary")
        self.anew_button = QPushButton(self)
        for button in (self.anew_button, self.cancel_button, self.back_button):
            press_by_return(button)
        self.anew_button.clicked.connect(lambda: self._ask_preview(anew=True))
        self.cancel_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.progress, 1)
        for button in (self.anew_button, self.cancel_button, self.back_button, self.next_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        for part in (self.title, self.stack, self.error):
            column.addWidget(part, int(part is self.stack))
        column.addLayout(foot)

    # ---------------------------------------------------------------- which step

    def go_to(self, place: int) -> None:
        """Show a step, counted from 0."""
        self.stack.setCurrentIndex(place)
        self.error.hide()
        titles = self.tr("What to share"), self.tr("Look before you save"), self.tr("Now it is yours to give")
        self.title.setText(titles[place])
        step = self.tr("Step %1 of %2").replace("%1", str(place + 1)).replace("%2", str(len(titles)))
        self.progress.setText(step)
        self.setAccessibleDescription(f"{step}. {titles[place]}")
        self.back_button.setVisible(place == _LOOK)
        self.cancel_button.setVisible(place != _DONE)
        self._enable()

    def _enable(self) -> None:
        place, offer = self.stack.currentIndex(), self._offer
        first = self.tr("Make the file") if offer and offer.epsilon_millionths else self.tr("Look at it")
        self.next_button.setText((first, self.tr("Save the file…"), self.tr("Close"))[place])
        self.next_button.setEnabled(place != _CHOOSE or (offer is not None and affordable(offer)))
        stale = self._preview is not None and self._preview.changed and self._preview.kind is ShareKind.PRIVATE
        self.anew_button.setVisible(place == _LOOK and stale)
        self.anew_button.setEnabled(True)

    def _next(self) -> None:
        act = {_CHOOSE: lambda: self._ask_preview(anew=False), _LOOK: self._choose_file, _DONE: self.accept}
        act[self.stack.currentIndex()]()

    def _give_keys(self) -> None:
        """Give the keys to the kind chosen, where Return goes on; while sharing is off, to what turns it on."""
        kind = self.choose.cards[self.choose.kind].button
        (kind if self._choices.settings.sharing.on else self.choose.off.button).setFocus()

    def _back(self) -> None:
        self.go_to(_CHOOSE)
        self._give_keys()
        self._ask_offer()

    # ---------------------------------------------------------------- what is asked

    def _show_settings(self, settings: Settings) -> None:
        epsilon = round(settings.sharing.epsilon * MILLION)
        self.choose.show_epsilon(epsilon)
        self.anew_button.setText(self.tr("Make it anew for epsilon %1").replace("%1", self._words.epsilon(epsilon)))
        self._ask_offer()

    def _ask_offer(self) -> None:
        """Ask what the week and kind chosen last would come to; sharing that is off is told by the banner."""
        self.error.hide()
        self._offer = None
        self.choose.show_offer(None)
        self._enable()
        day, kind, engine = self.choose.weeks.day, self.choose.kind, self._engine
        if day is None or not self._choices.settings.sharing.on:
            return
        self._asked += 1
        asked = self._asked

        def question() -> tuple[ShareOffer, bool]:
            offer = engine.sharing.offer(day, kind)
            days = engine.reports.request(offer.first_day, offer.last_day + timedelta(days=1))
            return offer, engine.reports.report(days, focus=False).active_ms > 0

        self._background.ask(
            self,
            question,
            lambda found: self._show_offer(*found) if asked == self._asked else None,
            lambda error: self.refuse(error) if asked == self._asked else None,
        )

    def _show_offer(self, offer: ShareOffer, known: bool) -> None:
        """Take what can be made of a week; of one in which nothing is recorded that is nothing."""
        self._offer = offer if known else None
        self.choose.show_offer(self._offer)
        if not known:
            self.choose.cost.setText(self.tr("Nothing is recorded in this week, so there is nothing to share."))
        self._enable()

    def _ask_preview(self, *, anew: bool) -> None:
        day, kind, engine = self.choose.weeks.day, self.choose.kind, self._engine
        if day is not None:
            for button in (self.next_button, self.anew_button):
                button.setEnabled(False)
            self._background.ask(
                self, lambda: engine.sharing.preview(day, kind, anew=anew), self._show_preview, self.refuse
            )

    def _show_preview(self, preview: SharePreview) -> None:
        self._preview = preview
        self.go_to(_LOOK)  # first: what is filled while it has no room shows from somewhere in the middle
        self.look.show_preview(preview)
        self.next_button.setFocus()

    def _choose_file(self) -> None:
        if self._preview is None:
            return
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = self.dialog = QFileDialog(self, self.tr("Save the file"), place or QDir.homePath())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(f"kairos-week-{self._preview.first_day:%G-W%V}-{self._preview.kind}.txt")
        dialog.accepted.connect(lambda: self.save(Path(dialog.selectedFiles()[0])))
        dialog.open()

    def save(self, file: Path) -> None:
        """Save what was looked at."""
        preview, engine = self._preview, self._engine
        if preview is None:
            return
        self.next_button.setEnabled(False)
        self._background.ask(
            self,
            lambda: (engine.sharing.save(preview, file), engine.sharing.budget(preview.first_day)),
            lambda done: self._saved(preview, *done),
            self.refuse,
        )

    def _saved(self, preview: SharePreview, file: Path, budget: ShareBudget) -> None:
        self.done_step.show_saved(preview, file)
        self.done_step.show_budget(budget)
        self.go_to(_DONE)
        self.next_button.setFocus()
        self.shared.emit()

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused."""
        self.error.setText(f"⚠ {error_sentence(error)}")
        self.error.show()
        self._enable()
