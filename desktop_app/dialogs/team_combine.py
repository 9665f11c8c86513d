"""The lead's part: the files that people gave back, put together to a list, a request or the sums."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop_app.dialogs.team_dialog import TeamDialog
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import for_tooltip, foreign
from desktop_app.widgets.return_key import press_by_return
from engine.domain.team import TeamNeeds, TeamResult, TeamTaken

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from engine.api import Engine

_ROWS_PX: Final = 104
_SIZE: Final = (680, 720)


class TeamCombineDialog(TeamDialog):
    """Takes files of one kind together; what comes of them is said, and written where it is to be given away."""

    def __init__(self, engine: Engine, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(engine, choices, parent)
        self.files: tuple[Path, ...] = ()
        self.setWindowTitle(self.tr("Combine team files"))
        resize_on_screen(self, _SIZE)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Files to combine"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setFixedHeight(_ROWS_PX)
        self.add_button = QPushButton(self.tr("Add files…"), self)
        self.remove_button = QPushButton(self.tr("Leave this one out"), self)
        self.without = QCheckBox(self.tr("Go on without those who are missing"), self)
        self.without.setAccessibleDescription(self.tr("Later they cannot be counted any more."))
        for button in (self.add_button, self.remove_button):
            press_by_return(button)
        self.add_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self.enable)
        self.act_button.setText(self.tr("Combine and save…"))
        self.act_button.clicked.connect(self._combine)
        self._fill_head()
        self.told.say(self.tr("Nothing is combined yet."))
        self.add_button.setFocus()
        self.enable()

    def _fill_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing.S)
        for part in (self.add_button, self.remove_button, self.without):
            row.addWidget(part)
        row.addStretch(1)
        about = self.tr(
            "As the lead: add what people gave you. Files of who joins become the list, contributions the sums or, "
            "where some are missing, a request, and answers to it the sums."
        )
        self.head.addWidget(Paragraph(about, "muted", self))
        self.head.addWidget(self.list)
        self.head.addLayout(row)
        for before, after in ((self.list, self.add_button), (self.add_button, self.remove_button)):
            self.setTabOrder(before, after)
        self.setTabOrder(self.remove_button, self.without)
        self.setTabOrder(self.without, self.told)

    def enable(self) -> None:
        """Enable what can be done now."""
        super().enable()
        self.add_button.setEnabled(not self.works)
        self.remove_button.setEnabled(bool(self.list.selectedItems()) and not self.works)
        self.act_button.setEnabled(bool(self.files) and self.on and not self.works)
        self.off.setVisible(not self.on)

    def add(self, files: list[Path]) -> None:
        """Add files, each once."""
        self.files = tuple(dict.fromkeys((*self.files, *files)))
        self._show_files()

    def _remove(self) -> None:
        row = self.list.currentRow()
        self.files = (*self.files[:row], *self.files[row + 1 :])
        self._show_files()

    def _show_files(self) -> None:
        self.list.clear()
        for file in self.files:
            item = QListWidgetItem(foreign(file.name))
            item.setToolTip(for_tooltip(str(file)))
            self.list.addItem(item)
        self.enable()

    def _choose(self) -> None:
        self.choose_files(self.tr("Files to combine"), QFileDialog.FileMode.ExistingFiles, self.add)

    def _combine(self) -> None:
        mode = QFileDialog.FileMode.Directory
        self.choose_files(self.tr("The folder to save what comes of it in"), mode, lambda found: self.combine(found[0]))

    def combine(self, out: Path) -> None:
        """Put them together and write what comes of them, into a folder under a name of its own, or as this file."""
        files, without = self.files, self.without.isChecked()
        self.ask(lambda: self.team.combine(files, out, without_missing=without), self._tell)

    def _tell(self, found: TeamResult | TeamNeeds | TeamTaken) -> None:
        if isinstance(found, TeamResult):
            self.told.show_result(found)
        elif isinstance(found, TeamNeeds):
            self.told.show_needs(found)
        else:
            self.told.show_taken(found)
        self.show_written(found.file)
        if found.file is not None:  # they did what they were for
            self.files = ()
            self._show_files()
