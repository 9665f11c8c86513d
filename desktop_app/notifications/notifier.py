"""Asks what is due, shows it by the best means there is, and tells what the person answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from desktop_app.notifications.bubble import DEFAULT, Bubble
from desktop_app.notifications.desktop_service import DesktopService
from desktop_app.notifications.texts import NotificationTexts, Said
from desktop_app.widgets.toast import Toast
from engine.domain.errors import KairosError
from engine.domain.notifications import Notification, NotificationAction, NotificationKind

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Engine

ASK_MS = 20_000
"""How often it is asked what is due; a block that begins is said at most so much late."""

_MOST_SHOWN = 50
_LOW = frozenset({NotificationKind.EYE_REST, NotificationKind.DAY_SUMMARY, NotificationKind.GOAL_MET})

Icon = Callable[[], QSystemTrayIcon | None]


class Notifier(QObject):
    """Shows notifications; emits acted(Notification, NotificationAction) for every answer, a click being OPEN.

    The desktop's own service comes first, else the tray icon, else the window: icon returns the tray icon where there
    is one that is seen. held: asked before each question, whether nothing may be shown now. unshown(Notification): a
    nudge that no service shows, which is for a window of its own to show.
    """

    acted = Signal(object, object)
    unshown = Signal(object)

    def __init__(
        self,
        window: QWidget | None = None,
        icon: Icon = lambda: None,
        parent: QObject | None = None,
        service: DesktopService | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._icon = window, icon
        self._engine: Engine | None = None
        self._background: Background | None = None
        self._asking = False
        self._shown: dict[str, Notification] = {}
        self._by_tray: QSystemTrayIcon | None = None
        self._last = ""
        self.held: Callable[[], bool] = lambda: False
        self.texts = NotificationTexts(self)
        self.toast: Toast | None = None
        self.service = service or DesktopService(self)
        self.service.acted.connect(self._acted)
        self.service.dismissed.connect(lambda key: self._answer(key, NotificationAction.DISMISS))
        self.service.failed.connect(self._show_aside)
        self._timer = QTimer(self, interval=ASK_MS)
        self._timer.timeout.connect(self.ask)

    def attach(self, engine: Engine, background: Background) -> None:
        """Join it to the engine."""
        self._engine, self._background = engine, background

    def start(self) -> None:
        """Ask now, and then again and again."""
        self._timer.start()
        self.ask()

    def close(self) -> None:
        """Show nothing more, and leave no thread behind; what the desktop shows stays there."""
        self._timer.stop()
        self.service.close()
        self._shown.clear()

    def ask(self) -> None:
        """Show what is due now, unless the last question is still being answered."""
        engine, background = self._engine, self._background
        if engine is None or background is None or (self._asking and background.waiting):
            return
        self._asking = True
        held = self.held()
        background.ask(self, lambda: engine.notifications.due(held), self._take, self._fail)

    def _take(self, due: list[Notification]) -> None:
        self._asking = False
        for one in due:
            self.show(one)

    def _fail(self, _error: KairosError) -> None:
        self._asking = False  # whoever reads the day says what is wrong, once

    def show(self, one: Notification, text: str = "") -> bool:
        """Show one, due or not; return whether anything outside the window can. text: stands in for its body."""
        self._shown[one.key] = one
        while len(self._shown) > _MOST_SHOWN:
            del self._shown[next(iter(self._shown))]
        said = self.texts.said(one, text)
        bubble = Bubble(one.key, said.title, said.body, _actions(said, self.texts), 0 if one.kind in _LOW else 1)
        if self.service.may_be_there():
            self.service.show(bubble)
            return True
        return self._show_aside(bubble)

    def withdraw(self, one: Notification) -> None:
        """Take one back that no longer holds."""
        if self._shown.pop(one.key, None) is not None:
            self.service.withdraw(one.key)

    # ---------------------------------------------------------------- without a service

    def _show_aside(self, bubble: Bubble) -> bool:
        one = self._shown.get(bubble.key)
        if one is not None and one.kind is NotificationKind.NUDGE:
            self.unshown.emit(one)
            return False
        icon = self._icon()
        self._last = bubble.key
        if icon is not None and QSystemTrayIcon.supportsMessages():
            if self._by_tray is not icon:
                icon.messageClicked.connect(self._clicked)
                self._by_tray = icon
            icon.showMessage(bubble.title, bubble.body)
            return True
        if self._window is not None and self._window.isVisible():
            self._say(bubble)
        return False

    def _say(self, bubble: Bubble) -> None:
        if self.toast is None:
            self.toast = Toast(self._window or QWidget())
            self.toast.clicked.connect(self._clicked)
        button = bubble.actions[0][1] if bubble.actions else ""
        self.toast.say(f"{bubble.title} · {bubble.body}".replace("\n", " "), button)

    def _clicked(self) -> None:
        one = self._shown.get(self._last)
        if one is not None:
            said = self.texts.said(one)
            first = NotificationAction.OPEN if said.opens or not said.buttons else said.buttons[0][0]
            self._answer(one.key, first)

    # ---------------------------------------------------------------- answers

    def _acted(self, key: str, action: str) -> None:
        if action == DEFAULT:
            self._answer(key, NotificationAction.OPEN)
        elif action in set(NotificationAction):
            self._answer(key, NotificationAction(action))

    def _answer(self, key: str, action: NotificationAction) -> None:
        one = self._shown.pop(key, None)
        if one is None:
            return
        engine, background = self._engine, self._background
        if engine is not None and background is not None:
            background.ask(self, lambda: engine.notifications.answer(key, action), failed=self._fail)
        self.acted.emit(one, action)


def _actions(said: Said, texts: NotificationTexts) -> tuple[tuple[str, str], ...]:
    opening = ((DEFAULT, texts.button(NotificationAction.OPEN)),) if said.opens else ()
    return (*opening, *((action.value, label) for action, label in said.buttons))
