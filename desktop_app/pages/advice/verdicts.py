"""What the person says of recommendations: held back for a moment so that it can be undone, then told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from engine.domain.errors import KairosError
from engine.domain.recommended import Advice, DocumentPick, FocusBlock, Offer, Verdict

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Mind

HOLD_MS: Final = 6_000
"""So long a verdict can be undone."""


@dataclass(frozen=True, slots=True)
class Said:
    """A verdict and what it is about."""

    about: DocumentPick | FocusBlock
    verdict: Verdict

    @property
    def offer(self) -> Offer:
        """How it came to be shown."""
        return self.about.offer


class Verdicts(QObject):
    """One verdict is held at a time: the next one, hiding the page and ending the window tell it at once.

    changed: the person said something, or took it back. told(Said): the engine knows it. failed(KairosError).
    """

    changed = Signal()
    told = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mind: Mind | None = None
        self._background: Background | None = None
        self._tells = False
        self._seen: set[int] = set()
        self._gone: dict[tuple[str, int], bool] = {}
        self.held: Said | None = None
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self.tell)

    def attach(self, mind: Mind, background: Background, *, tells: bool) -> None:
        """Give what is told; tells: it may be, which a mere picture may not."""
        self._mind, self._background, self._tells = mind, background, tells

    # ---------------------------------------------------------------- what was said

    def hold(self, said: Said) -> None:
        """Take a verdict in: it works on what is shown at once, and is told once nobody undid it."""
        self.tell()
        if said.verdict is not Verdict.ACCEPTED:
            self._gone[_key(said.about)] = False
        self.held = said
        self._timer.start()
        self.changed.emit()

    def undo(self) -> None:
        """Forget the verdict that is held."""
        said, self.held = self.held, None
        self._timer.stop()
        if said is not None:
            self._gone.pop(_key(said.about), None)
            self.changed.emit()

    def tell(self) -> None:
        """Tell the engine the verdict that is held."""
        said, self.held = self.held, None
        self._timer.stop()
        if said is None:
            return

        def known(_done: object) -> None:
            if _key(said.about) in self._gone:
                self._gone[_key(said.about)] = True
            self.told.emit(said)

        offer, verdict = said.offer.id, said.verdict
        self._ask(lambda mind: mind.say(offer, verdict), known)

    def opened(self, pick: DocumentPick) -> None:
        """Tell that a document was opened from the list."""
        offer = pick.offer.id
        self._ask(lambda mind: mind.opened(offer), lambda _done: None)

    def seen(self, offers: Iterable[int]) -> None:
        """Tell once of each that it was visible."""
        fresh = sorted(set(offers) - self._seen - {0})
        if fresh and self._tells:
            self._seen.update(fresh)
            self._ask(lambda mind: mind.shown(fresh), lambda _done: None)

    def untold(self, offers: Iterable[int]) -> bool:
        """Return whether any of these was never told to be visible."""
        return self._tells and bool(set(offers) - self._seen - {0})

    def _ask(self, act: Callable[[Mind], object], done: Callable[[object], object]) -> None:
        mind, background = self._mind, self._background
        if mind is not None and background is not None and self._tells:
            background.ask(self, lambda: act(mind), done, self.failed.emit)

    # ---------------------------------------------------------------- what is left

    def known(self) -> frozenset[tuple[str, int]]:
        """Return what the engine heeds from now on, so that the next answer may be taken as it is."""
        return frozenset(key for key, told in self._gone.items() if told)

    def forget(self, heeded: frozenset[tuple[str, int]]) -> None:
        """Leave these to the engine: an answer asked for after they were told has arrived."""
        for key in heeded:
            self._gone.pop(key, None)

    def left(self, advice: Advice) -> Advice:
        """Return the advice without what was said away."""
        documents = tuple(one for one in advice.documents if _key(one) not in self._gone)
        gone = advice.block is not None and _key(advice.block) in self._gone
        return replace(advice, documents=documents, block=None if gone else advice.block)

    def close(self) -> None:
        """Tell what is held, without a way back, and hold nothing more."""
        said, self.held = self.held, None
        self._timer.stop()
        if said is not None and self._mind is not None and self._tells:
            try:
                self._mind.say(said.offer.id, said.verdict)
            except KairosError as error:
                self.failed.emit(error)


def _key(about: DocumentPick | FocusBlock) -> tuple[str, int]:
    """Return what makes it the same when it is offered again: a document its number, a time its beginning."""
    if isinstance(about, DocumentPick):
        return "document", about.document_id
    return "block", about.interval.start_ms
