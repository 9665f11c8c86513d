"""Questions to macOS and its notifications, through PyObjC. Written for macOS and not yet run there."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from engine.domain.activity import Window
from engine.tracking.platforms.macos_follow import APP_IN_FRONT, SESSION_SIGNS, WORKSPACE_SIGNS

_HARDWARE_STATE = 1
_ANY_INPUT = 0xFFFFFFFF
_ANSWER_WITHIN_S = 0.25
_OF_TITLES = ("AXFocusedWindowChanged", "AXMainWindowChanged", "AXTitleChanged")


def titles_allowed() -> bool:
    """Say whether the person lets Kairos read titles; without the library that asks, they cannot be read."""
    accessibility = _accessibility()
    return accessibility is not None and bool(accessibility.AXIsProcessTrusted())


class UserDesktop:
    """The desktop of the person who is logged in, seen from the main thread; raises ImportError without PyObjC."""

    def __init__(self) -> None:
        self._objc: Any = import_module("objc")
        self._kit: Any = import_module("AppKit")
        self._core: Any = import_module("CoreFoundation")
        self._quartz: Any = import_module("Quartz")
        self._workspace: Any = self._kit.NSWorkspace.sharedWorkspace()
        self._titles = _Titles(self._objc, self._core) if titles_allowed() else None
        self._observers: list[tuple[Any, Any]] = []

    def begin(self, notified: Callable[[str], None], title_changed: Callable[[], None]) -> None:
        """Hand on notifications by name, and that a title has changed, from now on until end."""
        if self._titles is not None:
            self._titles.changed = title_changed
        session = self._kit.NSDistributedNotificationCenter.defaultCenter()
        for name in (APP_IN_FRONT, *WORKSPACE_SIGNS):
            self._observe(self._workspace.notificationCenter(), name, notified)
        for name in SESSION_SIGNS:
            self._observe(session, name, notified)

    def end(self) -> None:
        """Hear nothing any more."""
        self.follow_titles(None)
        while self._observers:
            center, observer = self._observers.pop()
            center.removeObserver_(observer)

    def turn(self) -> None:
        """Let what has come in be handed on; does not wait."""
        with self._objc.autorelease_pool():
            self._core.CFRunLoopRunInMode(self._core.kCFRunLoopDefaultMode, 0, False)

    def front(self) -> Window | None:
        """Return the app in front with its window's title, empty where that may not be read."""
        app = self._workspace.frontmostApplication()
        if app is None:
            return None
        pid = int(app.processIdentifier())
        path = app.executableURL()
        return Window(
            app=str(app.localizedName() or app.bundleIdentifier() or ""),
            title=self._titles.of(pid) if self._titles is not None else "",
            pid=pid,
            executable=str(path.path()) if path is not None else "",
            platform="macos",
        )

    def idle_ms(self) -> int:
        """Return milliseconds since the last input."""
        return int(self._quartz.CGEventSourceSecondsSinceLastEventType(_HARDWARE_STATE, _ANY_INPUT) * 1_000)

    def locked(self) -> bool:
        """Say whether the screen is locked."""
        session = self._quartz.CGSessionCopyCurrentDictionary()
        return bool(session and session.get("CGSSessionScreenIsLocked", False))

    def follow_titles(self, pid: int | None) -> None:
        """Be told of new titles of this process's windows, and of no other's."""
        if self._titles is not None:
            self._titles.follow(pid)

    def _observe(self, center: Any, name: str, notified: Callable[[str], None]) -> None:
        observer = center.addObserverForName_object_queue_usingBlock_(name, None, None, lambda _: notified(name))
        self._observers.append((center, observer))


class _Titles:
    """Titles of the windows of one app at a time, through accessibility."""

    def __init__(self, objc: Any, core: Any) -> None:
        self._core = core
        self._access: Any = _accessibility()
        self._observer: Any = None
        self.changed: Callable[[], None] = lambda: None
        self._called = objc.callbackFor(self._access.AXObserverCreate)(lambda *_: self.changed())

    def of(self, pid: int) -> str:
        """Return the title of the process's focused window, "" where it has none or does not answer."""
        app = self._access.AXUIElementCreateApplication(pid)
        # A program that hangs would hold Kairos for six seconds otherwise.
        self._access.AXUIElementSetMessagingTimeout(app, _ANSWER_WITHIN_S)
        failed, window = self._access.AXUIElementCopyAttributeValue(app, "AXFocusedWindow", None)
        if failed or window is None:
            return ""
        failed, title = self._access.AXUIElementCopyAttributeValue(window, "AXTitle", None)
        return "" if failed or title is None else str(title)

    def follow(self, pid: int | None) -> None:
        """Call changed when a title of this process's windows changes; None follows no process."""
        loop, mode = self._core.CFRunLoopGetMain(), self._core.kCFRunLoopDefaultMode
        if self._observer is not None:
            self._core.CFRunLoopRemoveSource(loop, self._access.AXObserverGetRunLoopSource(self._observer), mode)
            self._observer = None
        if pid is None:
            return
        failed, observer = self._access.AXObserverCreate(pid, self._called, None)
        if failed:
            return
        app = self._access.AXUIElementCreateApplication(pid)
        for name in _OF_TITLES:
            self._access.AXObserverAddNotification(observer, app, name, None)
        self._core.CFRunLoopAddSource(loop, self._access.AXObserverGetRunLoopSource(observer), mode)
        self._observer = observer


def _accessibility() -> Any:
    try:
        return import_module("ApplicationServices")
    except ImportError:
        return None
