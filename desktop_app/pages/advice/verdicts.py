"""What the person says of recommendations: told at once, and for a moment taken back again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from engine.domain.recommended import Advice, DocumentPick, FocusBlock, Offer, Verdict

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Mind

UNDO_MS: Final = 6_000
"""So long a verdict can be taken back."""

_Key = tuple[str, int]


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
    """The latest verdict can be taken back. Until the engine has heeded one, what it is about is left out here.

    said: the person said something. heard: the engine knows it, and would advise otherwise now. undone: the person
    took it back. failed(KairosError): it could not be told.
    """

    said = Signal()
    undone = Signal()
    heard = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mind: Mind | None = None
        self._background: Background | None = None
        self._tells = False
        self._seen: set[int] = set()
        self._gone: dict[_Key, bool] = {}  # whether the engine knows
        self.latest: Said | None = None
        self._timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._timer.timeout.connect(self.settle)

    def attach(self, mind: Mind, background: Background, *, tells: bool) -> None:
        """Give what is told; tells: it may be, which a mere picture may not."""
        self._mind, self._background, self._tells = mind, background, tells

    # ---------------------------------------------------------------- what was said

    def say(self, said: Said) -> None:
        """Tell a verdict; it works on what is shown at once."""
        key, offer, verdict = _key(said.about), said.offer.id, said.verdict
        if verdict is not Verdict.ACCEPTED:
            self._gone[key] = False
        self.latest = said
        self._timer.start()

        def known(_done: object) -> None:
            if key in self._gone:
                self._gone[key] = True
            self.heard.emit()

        self._ask(lambda mind: mind.say(offer, verdict), known)
        self.said.emit()

    def undo(self) -> None:
        """Take the latest verdict back."""
        said = self.latest
        self.settle()
        if said is None:
            return
        self._gone.pop(_key(said.about), None)
        offer, verdict = said.offer.id, said.verdict
        self._ask(lambda mind: mind.unsay(offer, verdict), lambda _done: None)
        self.undone.emit()

    def unsay(self, offer: int, verdict: Verdict) -> None:
        """Take a verdict back that was said some time ago, by the number of the recommendation."""
        self._ask(lambda mind: mind.unsay(offer, verdict), lambda _done: self.heard.emit())

    def settle(self) -> None:
        """Let the latest verdict stand."""
        self.latest = None
        self._timer.stop()

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

    def known(self) -> frozenset[_Key]:
        """Return what the engine heeds from now on, so that the next answer may be taken as it is."""
        return frozenset(key for key, told in self._gone.items() if told)

    def forget(self, heeded: frozenset[_Key]) -> None:
        """Leave these to the engine: an answer asked for after they were told has arrived."""
        for key in heeded:
            self._gone.pop(key, None)

    def forget_all(self) -> None:
        """Leave everything to the engine."""
        self.settle()
        self._gone.clear()

    def left(self, advice: Advice) -> Advice:
        """Return the advice without what was said away."""
        documents = tuple(one for one in advice.documents if _key(one) not in self._gone)
        gone = advice.block is not None and _key(advice.block) in self._gone
        return replace(advice, documents=documents, block=None if gone else advice.block)


def _key(about: DocumentPick | FocusBlock) -> _Key:
    """Return what makes it the same when it is offered again: a document its number, a time its beginning."""
    if isinstance(about, DocumentPick):
        return "document", about.document_id
    return "block", about.interval.start_ms
