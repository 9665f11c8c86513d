"""Takes up every error nobody expected, on any thread, and shows it once."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.dialogs.crash_report import compose, redacted

_MOST = 20  # reports in one run; a window that fails on every paint shall not drown the person

log = logging.getLogger(__name__)


class CrashWatch(QObject):
    """Installs the interpreter's hooks; show is called on the GUI thread with each new report.

    titles: gives the window titles that must not stand in a report.
    """

    _caught = Signal(str)

    def __init__(
        self, show: Callable[[str], object], titles: Callable[[], Iterable[str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._titles = titles
        self._seen: set[str] = set()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._caught.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Start catching."""
        sys.excepthook = self._main
        threading.excepthook = self._thread
        sys.unraisablehook = self._unraisable

    def uninstall(self) -> None:
        """Put the hooks back that were there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._take(kind, error, trace, "window")

    def _thread(self, args: threading.ExceptHookArgs) -> None:
        self._take(args.exc_type, args.exc_value, args.exc_traceback, f"thread {args.thread and args.thread.name}")

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        self._take(args.exc_type, args.exc_value, args.exc_traceback, args.err_msg or "clean-up")

    def _take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, where: str
    ) -> None:
        report = redacted(compose(kind, error, trace, where), self._titles())
        mark = _place(kind, trace)
        if mark in self._seen or len(self._seen) >= _MOST:
            return
        self._seen.add(mark)
        log.error("unexpected error\n%s", report)
        self._caught.emit(report)

    def _deliver(self, report: str) -> None:
        self._show(report)


def _place(kind: type[BaseException], trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return kind.__name__ if trace is None else f"{kind.__name__} {trace.tb_frame.f_code.co_filename} {trace.tb_lineno}"
