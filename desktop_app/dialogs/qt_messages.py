"""Qt's own messages go to the log; where Qt cannot start at all, one clear line says so."""

from __future__ import annotations

import os

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


def watch_qt() -> None:
    """Send Qt's own messages to the log, and end with one clear line where Qt cannot start at all."""
    qInstallMessageHandler(_take_qt_message)


def _take_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    text = message or ""
    if kind == QtMsgType.QtFatalMsg:
        os.write(2, f"kairos: {_fatal(text)}\n".encode())
        os._exit(1)
    import logging  # noqa: PLC0415  (seldom needed before the first paint)

    if not logging.getLogger().handlers:
        return  # until the log is open, stderr is for the person alone
    levels = {QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtWarningMsg: logging.WARNING}
    logging.getLogger("qt").log(levels.get(kind, logging.DEBUG), "%s", text)


def _fatal(text: str) -> str:
    if "platform plugin" in text:
        return (
            "No window can be opened: there is no display, or a system library of Qt is missing. Start Kairos from a "
            "desktop, or record without a window with: kairos record"
        )
    return f"Qt cannot go on: {text.splitlines()[0] if text else 'no reason given'}"
