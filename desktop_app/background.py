"""Questions to the engine are answered off the GUI thread; the answer arrives on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from engine.domain.errors import KairosError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Background(QObject):
    """One worker thread for everything the window asks of the engine, in the order asked.

    An expected error goes to the asker's failed function, else to the failed signal; any other exception is
    raised on the GUI thread, where the crash dialog takes it up. waiting: questions not answered yet.
    """

    failed = Signal(object)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: ThreadPoolExecutor | None = None
        self._closed = self._held = False
        self.waiting = 0
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        owner: QObject,
        question: Callable[[], T],
        answer: Callable[[T], object] | None = None,
        failed: Callable[[KairosError], object] | None = None,
    ) -> None:
        """Run question on the worker thread and hand its value to answer, unless owner is gone by then."""
        if self._closed or self._held:
            return
        if self._workers is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  (not needed for the first paint)

            self._workers = ThreadPoolExecutor(1, thread_name_prefix="engine")
        self.waiting += 1
        future = self._workers.submit(question)
        future.add_done_callback(lambda done: self._report((done, owner, answer, failed)))

    def hold(self, held: bool = True) -> None:
        """Take no further questions: what they would read is about to be replaced. Those that wait are answered."""
        self._held = held

    def release(self) -> None:
        """Take questions again."""
        self.hold(held=False)

    def _report(self, delivery: tuple[Any, ...]) -> None:
        if not self._closed and isValid(self):
            self._done.emit(delivery)

    def _deliver(self, delivery: tuple[Future[T], QObject, Callable[[T], object] | None, Any]) -> None:
        self.waiting -= 1
        future, owner, answer, failed = delivery
        if self._closed or future.cancelled() or not isValid(owner):
            return
        try:
            value = future.result()
        except KairosError as error:
            (failed or self.failed.emit)(error)
            return
        if answer is not None:
            answer(value)

    def close(self) -> None:
        """Let the running question end, drop the waiting ones, and leave no thread behind."""
        self._closed = True
        if self._workers is not None:
            self._workers.shutdown(wait=True, cancel_futures=True)
            self._workers = None
