"""Packs over the window: taken in, made and taken back, whatever page is in sight."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.actions import Doer, When
from desktop_app.dialogs.error_words import error_sentence
from desktop_app.pages.timeline.period import system_zone
from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from desktop_app.widgets.toast import Toast
from engine.domain.errors import KairosError
from engine.domain.packs import PackImport, PackKind, PackUndone

if TYPE_CHECKING:
    from desktop_app.background import Background
    from desktop_app.choices import Choices
    from engine.api import Engine

TAKE: Final = "take"
TAKEN: Final = "taken"
_LONGEST: Final = 60


class Packs(QObject):
    """Opens the dialogs that choices.packs_wanted asks for: "take", "taken", or the kind of a pack to make.

    changed: what was taken in or back may show anywhere.
    """

    changed = Signal()

    def __init__(self, choices: Choices, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices, self._window = choices, window
        self.dialog: QDialog | None = None
        self._toast: Toast | None = None
        choices.packs_wanted.connect(self.open)
        self.changed.connect(choices.packs_changed)

    @property
    def toast(self) -> Toast:
        """What says what was done, with the way back; made when it is first needed."""
        if self._toast is None:
            self._toast = Toast(self._window)
        return self._toast

    def doers(self) -> dict[str, Doer]:
        """Return what does the actions of packs, by their names in the catalogue."""
        kinds = {f"packs_{kind.value}": partial(self.open, kind.value) for kind in PackKind}
        return {
            **kinds,
            "packs_take": lambda: self.open(TAKE),
            "packs_taken": lambda: self.open(TAKEN),
            "packs_undo": When(self.undo, lambda: self.can_undo),
        }

    @property
    def can_undo(self) -> bool:
        """Whether a pack was taken in just now."""
        return self._toast is not None and self._toast.can_undo

    def undo(self) -> None:
        """Take back the pack that was taken in just now."""
        if self._toast is not None:
            self._toast.undo()

    def open(self, wanted: str) -> None:
        """Open what is asked for, unless one of them is open, or nothing can be asked yet."""
        engine, background = self._choices.engine, self._choices.background
        if engine is None or background is None or self.dialog is not None:
            return
        opened = {TAKE: self._taking, TAKEN: self._list}.get(wanted)
        dialog = self._making(engine, background, wanted) if opened is None else opened(engine, background)
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _taking(self, engine: Engine, background: Background) -> QDialog:
        from desktop_app.dialogs.packs_import import TakePack  # noqa: PLC0415

        dialog = TakePack(engine.packs, background, self._window)
        dialog.taken.connect(self._tell_taken)
        return dialog

    def _making(self, engine: Engine, background: Background, kind: str) -> QDialog:
        from desktop_app.dialogs.packs_export import MakePack  # noqa: PLC0415

        dialog = MakePack(engine.packs, background, self._choices, PackKind(kind), self._window)
        dialog.saved.connect(self._tell_saved)
        return dialog

    def _list(self, engine: Engine, background: Background) -> QDialog:
        from desktop_app.dialogs.packs_taken import PacksTaken  # noqa: PLC0415

        dialog = PacksTaken(engine.packs, background, Wording(system_zone()), self._window)
        dialog.undone.connect(lambda _taken: self.changed.emit())
        return dialog

    # ---------------------------------------------------------------- what was done

    def _tell_taken(self, done: PackImport) -> None:
        name = isolated(foreign(done.name, _LONGEST))
        self.toast.offer(self.tr("Taken in: %1").replace("%1", name), partial(self._take_back, done.id))
        self.changed.emit()

    def _tell_saved(self, path: Path) -> None:
        self.toast.say(self.tr("Written to %1").replace("%1", foreign(str(path))))

    def _take_back(self, number: int) -> None:
        engine, background = self._choices.engine, self._choices.background
        if engine is not None and background is not None:
            packs = engine.packs
            background.ask(self, lambda: packs.undo(number, relabel=False), self._tell_undone, self._refuse)

    def _tell_undone(self, done: PackUndone) -> None:
        name = isolated(foreign(done.taken.name, _LONGEST))
        told = self.tr("Taken back: %1").replace("%1", name)
        if done.kept:
            told = self.tr("Taken back: %1. Left as it is, as you changed or used it since: %2")
            told = told.replace("%2", str(len(done.kept))).replace("%1", name)
        self.toast.say(told)
        self.changed.emit()

    def _refuse(self, error: KairosError) -> None:
        self.toast.say(f"⚠ {error_sentence(error)}")
