"""Sessions, nudges and notifications as one: what a desk joins to its window, its tray and its engine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from desktop_app.choices import Choices
from desktop_app.focus.control import FocusControl
from desktop_app.focus.keeper import FocusKeeper
from desktop_app.focus.nudger import FocusNudger
from desktop_app.main_window import MainWindow
from desktop_app.notifications import Notifier
from desktop_app.theme import ThemeHolder
from engine.domain.clock import MS_PER_MINUTE, Clock, SystemClock
from engine.domain.focus_session import Nudge, NudgeAnswer, Phase, SessionReport, SessionState, Started
from engine.domain.notifications import Notification, NotificationAction, NotificationKind

if TYPE_CHECKING:
    from desktop_app.background import Background
    from desktop_app.bridge import EngineBridge
    from desktop_app.tray import Tray
    from engine.api import Engine

_STALE_MS: Final = 10 * MS_PER_MINUTE
_RESTING: Final = frozenset({Phase.BREAK, Phase.LONG_BREAK})
_SAID: Final = {
    NotificationAction.DISMISS: NudgeAnswer.BACK,
    NotificationAction.SNOOZE: NudgeAnswer.MORE,
    NotificationAction.WORK: NudgeAnswer.WORK,
}
_ANSWERS: Final = tuple(_SAID)


class Sessions(QObject):
    """Says what a session has to say where nobody looks at the window, and does what is answered to notifications.

    Emits page_wanted(name). tray: whose icon stands in where no notification service is. sample: nothing is said.
    """

    page_wanted = Signal(str)

    def __init__(
        self,
        theme: ThemeHolder,
        window: MainWindow,
        choices: Choices,
        parent: QObject | None = None,
        *,
        sample: bool = False,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock(lambda: "UTC")
        self._window, self._choices, self._sample = window, choices, sample
        self.tray: Tray | None = None
        self.keeper = FocusKeeper(self)
        self.nudger = FocusNudger(theme, self.keeper, self)
        self.control = FocusControl(self.keeper, choices.settings.focus, Started.TRAY, self)
        self.notifier = Notifier(window, self._icon, self)
        self._before: SessionState | None = None
        self._nudged: tuple[Notification, Nudge] | None = None
        self._connect()

    def _connect(self) -> None:
        self._choices.changed.connect(lambda settings: self.control.heed(settings.focus))
        self.nudger.say = self._say_nudge
        self.nudger.take_back = self._take_back
        self.keeper.ended.connect(self._tell_over)
        self.keeper.changed.connect(self._heed)
        self.notifier.acted.connect(self._act)
        self.notifier.unshown.connect(self._show_nudge)

    def attach(self, engine: Engine, background: Background, slow: Background, bridge: EngineBridge) -> None:
        """Join everything to the engine; speaking by itself begins with speak. slow: the lane that may wait."""
        self.notifier.attach(engine, slow)
        self.keeper.attach(engine, background, bridge)

    def speak(self) -> None:
        """Say from now on what is due, never among made-up days."""
        if not self._sample:
            self.notifier.start()

    def close(self) -> None:
        """Show nothing any more."""
        self.nudger.rest()
        self.keeper.close()
        self.notifier.close()

    def _icon(self) -> QSystemTrayIcon | None:
        return self.tray.icon if self.tray is not None and self.tray.is_there() else None

    # ---------------------------------------------------------------- what is said

    def _note(self, kind: NotificationKind, key: str) -> Notification:
        now_ms = self._clock.now().wall_ms
        return Notification(f"{kind}:{key}", kind, now_ms, now_ms + _STALE_MS, page="today")

    def _say(self, one: Notification, text: str = "") -> None:
        """Say it where nobody looks at the window, which shows the same."""
        if self._choices.settings.notifications.enabled and not self._sample and not self._window.isActiveWindow():
            self.notifier.show(one, text)

    def _tell_over(self, report: SessionReport) -> None:
        one = self._note(NotificationKind.SESSION_OVER, str(report.session.id))
        self._say(replace(one, amount=report.focused_ms // MS_PER_MINUTE))

    def _heed(self) -> None:
        """Say that a break is over, or that it is a good moment for one."""
        before, state = self._before, self.keeper.now.state
        self._before = state
        if before is None or state is None or state.session.id != before.session.id:
            return
        key = f"{state.session.id}:{state.phase_started_ms}"
        if before.phase in _RESTING and state.phase is Phase.WORK:
            self._say(replace(self._note(NotificationKind.BREAK_OVER, key), subject=state.session.intention))
        elif state.break_offered and not before.break_offered:
            one = replace(self._note(NotificationKind.BREAK_DUE, key), actions=(NotificationAction.BREAK,))
            self._say(one, self.tr("The work is done: a good moment."))

    def _say_nudge(self, nudge: Nudge, text: str) -> None:
        one = replace(self._note(NotificationKind.NUDGE, nudge.key), subject=nudge.app, actions=_ANSWERS, page="")
        self._nudged = one, nudge
        self.notifier.show(one, text)

    def _show_nudge(self, one: Notification) -> None:
        """Show a nudge in the corner that no service shows, unless it is over by now."""
        if self._nudged is not None and self._nudged[0].key == one.key:
            self.nudger.show_aside(self._nudged[1])

    def _take_back(self, nudge: Nudge) -> None:
        if self._nudged is not None and self._nudged[1] is nudge:
            self.notifier.withdraw(self._nudged[0])

    # ---------------------------------------------------------------- what is answered

    def _act(self, one: Notification, action: NotificationAction) -> None:
        if one.kind is NotificationKind.NUDGE:
            self._answer_nudge(one, action)
        elif action is NotificationAction.START:
            self.keeper.start_block(one.block_id)
        elif action is NotificationAction.BREAK and self.keeper.runs:
            self.keeper.take_break()
        elif action is NotificationAction.OPEN:
            self.page_wanted.emit(one.page or "today")

    def _answer_nudge(self, one: Notification, action: NotificationAction) -> None:
        if self._nudged is not None and self._nudged[0].key == one.key and action in _SAID:
            nudge = self._nudged[1]
            self._nudged = None
            self.nudger.answer(nudge, _SAID[action])
