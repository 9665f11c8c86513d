"""What dialogs on team files share: what is told, a bar while it works, and where a file is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QDir, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.share_off import SharingOff
from desktop_app.dialogs.team_told import TeamTold
from desktop_app.dialogs.team_words import TeamWords
from desktop_app.dialogs.working_dialog import WorkingDialog
from desktop_app.theme import spacing
from desktop_app.widgets.on_screen import resize_on_screen
from desktop_app.widgets.return_key import press_by_return

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from engine.api import Engine, Team

_SIZE: Final = (680, 620)


class TeamDialog(WorkingDialog):
    """Emits stored once something was written.

    Whoever derives from it fills head and foot, names act_button and says in enable what can be done.
    """

    stored = Signal()

    def __init__(self, engine: Engine, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.words = TeamWords(self)
        self.dialog: QFileDialog | None = None
        self._written: Path | None = None
        resize_on_screen(self, _SIZE)
        self.told = TeamTold(self.words, self)
        self.off = SharingOff(choices, self)
        self.off.refused.connect(self.refuse)
        self.off.turned_on.connect(self.give_keys)
        choices.changed.connect(lambda _settings: self.enable())
        self.choices = choices
        self.bar.setFixedHeight(spacing.S)
        self._make_foot()
        self._arrange()

    def give_keys(self) -> None:
        """Give the keys to what is done here, where that can be done now."""
        (self.act_button if self.act_button.isEnabled() else self.told).setFocus()

    def _make_foot(self) -> None:
        self.folder_button = QPushButton(self.tr("Show in its folder"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.act_button = QPushButton(self)
        self.act_button.setProperty("kind", "primary")
        for button in (self.folder_button, self.close_button, self.act_button):
            press_by_return(button)
        self.folder_button.hide()
        self.folder_button.clicked.connect(self._open_folder)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        self.head, self.foot, buttons = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for lines in (self.head, self.foot):
            lines.setSpacing(spacing.M)
        buttons.setSpacing(spacing.S)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.act_button)
        for part in (self.off, self.bar, self.error):
            self.foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.M)
        column.addLayout(self.head)
        column.addWidget(self.told, 1)
        column.addLayout(self.foot)
        column.addLayout(buttons)

    @property
    def team(self) -> Team:
        """What does it all; asked for beside the window, since its parts are loaded when first asked for."""
        return self._engine.team

    @property
    def on(self) -> bool:
        """Whether files to give away may be made."""
        return self.choices.settings.sharing.on

    def enable(self) -> None:
        """Enable what can be done now."""
        self.close_button.setEnabled(not self.works)

    def ask(self, act: Callable[[], Any], answer: Callable[[Any], object]) -> None:
        """Have it done beside the window; what was written before is no longer what is told."""
        self.folder_button.hide()
        super().ask(act, answer)

    def show_written(self, file: Path | None) -> None:
        """Offer to show what was written in its folder."""
        self._written = file
        self.folder_button.setVisible(file is not None)
        (self.close_button if file is None else self.folder_button).setFocus()
        self.stored.emit()

    def choose_files(self, title: str, mode: QFileDialog.FileMode, take: Callable[[list[Path]], object]) -> None:
        """Ask which file or files to open."""
        dialog = self._file_dialog(title)
        dialog.setFileMode(mode)
        dialog.accepted.connect(lambda: take([Path(one) for one in dialog.selectedFiles()]))
        dialog.open()

    def choose_place(self, name: str, take: Callable[[Path], object]) -> None:
        """Ask where to save a file; name: the one proposed, with its ending."""
        dialog = self._file_dialog(self.tr("Save the file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the engine overwrites nothing
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        dialog.accepted.connect(lambda: take(Path(dialog.selectedFiles()[0])))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = self.dialog = QFileDialog(self, title, place or QDir.homePath())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
