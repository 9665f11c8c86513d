"""How long what is stored is kept; nothing is dropped before the person saw what and agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.choices import Choices
from desktop_app.dialogs.time_fields import NumberField
from desktop_app.pages.settings.section import Section
from desktop_app.widgets.paragraph import Paragraph
from engine.settings import RetentionSettings, Settings

_MOST_DAYS = 36_500


class RetentionSection(Section):
    """Days that titles are kept, days that apps and hours are kept, and the agreement to drop what is older."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(choices, "", parent)
        self.set_title(self.tr("How long it is kept"))
        days, ever = self.tr(" days"), self.tr("for ever")
        self.titles = NumberField((0, _MOST_DAYS), 30, days, ever, self)
        self.hours = NumberField((0, _MOST_DAYS), 30, days, ever, self)
        self.state = Paragraph("", "strong", self)
        self.look_button = QPushButton(self.tr("Look what would go…"), self)
        self.keep_button = QPushButton(self.tr("Drop nothing any more"), self)
        self.add_row(self.tr("Window titles, sites, names of files"), self.titles)
        self.add_row(
            self.tr("When which app was in front"),
            self.hours,
            self.tr(
                "Totals of days, by app and category, are kept for ever. What you wrote yourself stays until you "
                "remove it."
            ),
        )
        self.body.addWidget(self.state)
        self.add_buttons(self.look_button, self.keep_button)
        self.titles.changed.connect(self._save_titles)
        self.hours.changed.connect(self._save_hours)
        self.look_button.clicked.connect(self._look)
        self.keep_button.clicked.connect(lambda: self.agree(on=False))
        self.finish()

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        kept = settings.retention
        self.titles.show_value(kept.title_days)
        self.hours.show_value(kept.hour_days)
        self.keep_button.setVisible(kept.agreed)
        self.state.setText(
            self.tr("You agreed: what is older is dropped once a day.")
            if kept.agreed
            else self.tr("Nothing is dropped yet. Look what would go, then agree or leave it.")
        )

    def _save_titles(self, days: int) -> None:
        self._limit(
            lambda kept: replace(kept, title_days=days, agreed=kept.agreed and not _less(days, kept.title_days))
        )

    def _save_hours(self, days: int) -> None:
        self._limit(lambda kept: replace(kept, hour_days=days, agreed=kept.agreed and not _less(days, kept.hour_days)))

    def _limit(self, edit: Callable[[RetentionSettings], RetentionSettings]) -> None:
        """Store other limits; shorter ones drop more than was agreed to, so that is asked again."""
        self.save(lambda settings: replace(settings, retention=edit(settings.retention)))

    def agree(self, *, on: bool) -> None:
        """Store that the person agrees, or no longer does."""
        self.save(lambda settings: replace(settings, retention=replace(settings.retention, agreed=on)))

    def _look(self) -> None:
        engine = self._choices.engine
        if engine is None:
            return
        from desktop_app.dialogs.retention import RetentionDialog  # noqa: PLC0415  (seldom needed)

        dialog = RetentionDialog(engine.retention, self._choices, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _less(days: int, before: int) -> bool:
    return days != 0 and (before == 0 or days < before)
