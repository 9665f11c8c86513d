"""What the window asks and says when it has opened, before anything is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from desktop_app.background import Background
from desktop_app.choices import Choices
from desktop_app.dialogs.recovery_code import offer_code
from desktop_app.dialogs.salvaged import tell_salvaged
from desktop_app.main_window import MainWindow
from engine.domain.errors import KairosError
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from desktop_app.dialogs.first_run import FirstRun
    from engine.api import Engine, Rules


class Welcome(QObject):
    """Asks the first questions once, and shows the recovery code where nothing else would open the profile.

    answered: the answers are saved, and the recorder, which reads them, may start. failed(KairosError): they could
    not be saved. over: nothing more is asked. sample: among made-up days no code is made.
    """

    answered = Signal()
    over = Signal()
    failed = Signal(KairosError)
    sample_requested = Signal()

    def __init__(
        self,
        choices: Choices,
        background: Background,
        window: MainWindow,
        parent: QObject | None = None,
        *,
        sample: bool = False,
    ) -> None:
        super().__init__(parent)
        self._choices, self._background, self._window = choices, background, window
        self._sample = sample

    def greet(self, engine: Engine, paths: ProfilePaths) -> bool:
        """Ask the first questions where they were never answered, and say whether they are asked now."""
        tell_salvaged(engine.backups, self._background, self._window)
        if self._choices.settings.first_run_done:
            self.show_code(engine)
            return False
        from desktop_app.dialogs.first_run import FirstRun  # noqa: PLC0415

        dialog = FirstRun(self._choices, paths, self._window)
        dialog.sample_requested.connect(self.sample_requested)
        dialog.finished.connect(lambda _result: self._take(dialog, engine))
        dialog.open()
        return True

    def _take(self, dialog: FirstRun, engine: Engine) -> None:
        besides, language = dialog.besides(), QLocale().name()
        if besides.starter:
            self._background.ask(self, lambda: begin_with_starters(engine.rules, language))
        self._choices.change(dialog.answers(), self.failed.emit, self.answered.emit)
        self.over.emit()
        if besides.log_in:
            self._background.ask(self, engine.log_in.enable)
        dialog.deleteLater()
        self.show_code(engine)

    def show_code(self, engine: Engine) -> None:
        """Have the recovery code kept where nothing else would open the profile without its keyring."""
        if not self._sample:
            offer_code(engine.keys, self._background, self._window)


def begin_with_starters(rules: Rules, language: str) -> None:
    """Install the starter rules of the language ("zh_CN"), unless there is a rule or a category already."""
    if not rules.all() and not rules.tree().in_order():
        rules.install(rules.starter(language))
