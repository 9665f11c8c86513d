"""Ending in good order what a person waits for at a terminal."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_SIGNALS = ("SIGINT", "SIGTERM")


@contextmanager
def stopped_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Have Ctrl+C end the work in good order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = [(number, signal.getsignal(number)) for number in numbers]
    for number in numbers:
        # Beside the thread it interrupts, which may hold what stopping waits for.
        signal.signal(number, lambda _number, _frame: threading.Thread(target=stop, daemon=True).start())
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
