"""What is said at one moment: the next time to focus, documents to read, or why there is nothing to say.

Everything comes from the stream's end, the models in use (baselines where none is) and what the person said before.
Asked again soon after, with nothing new, it says the same again: nobody wants cards that change while they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from engine.domain.advice_sources import KnownDocuments, Meant, MeantTime, OfferLog
from engine.domain.clock import MS_PER_MINUTE, MS_PER_SECOND, Instant
from engine.domain.offers import Offered, Shown
from engine.domain.recommended import Abstention, Advice, DocumentPick, FocusBlock, Kind, Notice
from engine.domain.week_forecast import WeekForecast
from engine.mind.advise.focus_time import DAYS_AHEAD, Ahead, Foresight, Plans, at_work, next_block, slots_ahead
from engine.mind.advise.heard import Heard, of_kind
from engine.mind.advise.library import Library, Shelves
from engine.mind.advise.models import Models
from engine.mind.advise.moment import Moment, moment_of
from engine.mind.advise.offering import block_offer, document_offers, focus_block, numbered, pick
from engine.mind.advise.readings import Reading, choose
from engine.mind.advise.usual_hours import UsualHours, usual_hours
from engine.mind.advise.week_ahead import week_ahead
from engine.mind.bandit.choose import Bandit, Choice
from engine.mind.bandit.context import context_of
from engine.mind.blocks.chances import SLOT_S, Chances
from engine.mind.blocks.choose import Block
from engine.mind.stream.build import offsets_in
from engine.mind.stream.columns import Stream
from engine.mind.stream.live import DAY_MS, LiveStream

__all__ = ["Adviser", "Models", "Sources"]

STEADY_MS = 10 * MS_PER_MINUTE
"""So long the same is said while nothing changes."""

PLANNED_DAYS = 60
"""How many days back it is looked what time was meant for: about as far as slots are learned from one by one."""

_HOUR_S = 3_600.0


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the facts come from. is_there: whether the file of a path is there."""

    stream: LiveStream
    documents: KnownDocuments
    offers: OfferLog
    meant: MeantTime
    is_there: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that one advice is made from."""

    moment: Moment
    ahead: Ahead
    models: Models
    library: Library
    meant: tuple[Meant, ...]
    history: tuple[Shown, ...]

    @property
    def key(self) -> Hashable:
        """What makes another advice worth while."""
        return self.of_documents, _said(self.history), self.meant

    @property
    def of_documents(self) -> Hashable:
        """What makes other documents worth while: an answer about a time does not."""
        front = context_of(self.moment.category, self.moment.document), len(self.moment.stream) > 0
        return front, self.moment.meant, _said(of_kind(self.history, Kind.DOCUMENT)), self.library.revision, self.models


class Adviser:
    """Advises one person; raises Storage errors. models: gives those in use, asked each time."""

    def __init__(self, sources: Sources, models: Callable[[], Models] = Models, bandit: Bandit | None = None) -> None:
        self._sources = sources
        self._models = models
        self._bandit = bandit or Bandit()
        self._shelves = Shelves(sources.documents)
        self._heard = Heard(sources.offers)
        self._usual: tuple[int, UsualHours | None] | None = None
        self._slots: tuple[Hashable, Ahead | Abstention] | None = None
        self._said: tuple[Hashable, Advice] | None = None
        self._named: tuple[Hashable, int, tuple[DocumentPick, ...]] | None = None  # for what, when, and which

    def advise(self, now: Instant) -> Advice:
        """Return what is advised now; every offer in it is stored."""
        scene = self._scene(now)
        if self._said is not None and self._said[0] == scene.key and _holds(self._said[1], now.wall_ms):
            return self._said[1]
        block, no_block = self._time(scene)
        documents = self._steady_documents(scene, now.wall_ms)
        advice = Advice(
            now.wall_ms,
            block,
            no_block,
            documents,
            None if documents else _no_documents(scene),
            scene.models.notices if scene.models.any else (*scene.models.notices, Notice.BASELINE),
        )
        self._said = scene.key, advice
        return advice

    def warm(self, now: Instant) -> None:
        """Read what the first advice will need, and say nothing."""
        scene = self._scene(now)
        slots = self._at_work(scene)
        if not isinstance(slots, Abstention):
            self._foresight(scene)(scene.moment.stream, scene.moment.now_s, slots, [""] * len(slots.start_s))

    def explain(self, offer: int) -> Offered | None:
        """Return an offer as it was made, with what its score is made of; None where it is gone."""
        return self._sources.offers.get(offer)

    def _scene(self, now: Instant) -> _Scene:
        now_s = now.wall_ms / MS_PER_SECOND
        offset_s = float(offsets_in(np.array([now_s]), now.zone)[0])
        meant = tuple(self._sources.meant(now.wall_ms, now.wall_ms + (DAYS_AHEAD + 1) * DAY_MS))
        return _Scene(
            replace(
                moment_of(self._sources.stream.upto(now.wall_ms), now_s, offset_s), meant=meant_now(meant, now.wall_ms)
            ),
            slots_ahead(now_s, now.zone),
            self._models(),
            self._shelves.library(),
            meant,
            self._heard.upto(now.wall_ms),
        )

    # ---------------------------------------------------------------- time to focus

    def _time(self, scene: _Scene) -> tuple[FocusBlock | None, Abstention | None]:
        slots = self._at_work(scene)
        if isinstance(slots, Abstention):
            return None, slots
        history = of_kind(scene.history, Kind.BLOCK)
        plans = Plans(scene.meant, self._lately(scene))
        found = next_block(scene.moment, slots, self._foresight(scene), plans, history)
        if isinstance(found, Abstention):
            return None, found
        return self._block(found, scene), None

    def _at_work(self, scene: _Scene) -> Ahead | Abstention:
        """Return the slots at work, worked out once for the slots that lie ahead."""
        stream = scene.moment.stream
        key = float(scene.ahead.start_s[0]), float(stream.start_s[0]) if len(stream) else None
        if self._slots is None or self._slots[0] != key:
            self._slots = key, at_work(stream, scene.ahead)
        return self._slots[1]

    def _block(self, block: Block, scene: _Scene) -> FocusBlock:
        """Return the block as it is said: under the number it has already where it was just said before."""
        made = block_offer(block, scene.moment, scene.models.run, learned=scene.models.foresight is not None)
        before = self._said[1].block if self._said is not None else None
        if before is not None and _same(before, made):
            return focus_block(block, before.offer)
        ((_, offer),) = numbered([made], self._sources.offers)
        return focus_block(block, offer)

    def _foresight(self, scene: _Scene) -> Foresight:
        return scene.models.foresight or self._as_usual

    def _lately(self, scene: _Scene) -> Sequence[Meant]:
        """Return what time lately was meant for, for a learned forecast, which knows what comes of purposes."""
        if scene.models.foresight is None:
            return ()
        now_ms = scene.moment.now_ms
        return tuple(self._sources.meant(now_ms - PLANNED_DAYS * DAY_MS, now_ms))

    def _as_usual(
        self,
        stream: Stream,
        now_s: float,
        ahead: Ahead,
        purposes: Sequence[str],  # noqa: ARG002  (hours know of none)
        planned: Sequence[Meant] = (),  # noqa: ARG002
    ) -> Chances:
        """Tell of slots what the hours are usually like: what every learned forecast must beat."""
        usual = self._hours(stream, now_s)
        return nothing_told(ahead) if usual is None else usual.chances(ahead.start_s, ahead.local_s)

    def _hours(self, stream: Stream, now_s: float) -> UsualHours | None:
        hour = int(now_s // _HOUR_S)
        if self._usual is None or self._usual[0] != hour:
            self._usual = hour, usual_hours(stream)
        return self._usual[1]

    def week(self, now: Instant, start_ms: int, slots: int) -> WeekForecast:
        """Return what is told of so many slots from start_ms on, whatever is planned in them."""
        stream, models = self._sources.stream.upto(now.wall_ms), self._models()
        now_s = now.wall_ms / MS_PER_SECOND
        start_s = start_ms / MS_PER_SECOND + SLOT_S * np.arange(slots, dtype=np.float64)
        ahead = Ahead(start_s, start_s + offsets_in(start_s, now.zone))
        learned = None
        if models.foresight is not None and slots:
            learned = models.foresight(stream, now_s, ahead, [""] * slots)
        return week_ahead(ahead, learned, self._hours(stream, now_s), models.run)

    # ---------------------------------------------------------------- documents

    def _steady_documents(self, scene: _Scene, now_ms: int) -> tuple[DocumentPick, ...]:
        """Return the documents named just now as long as they would be named for the same reasons."""
        key = scene.of_documents
        if self._named is None or self._named[0] != key or not 0 <= now_ms - self._named[1] < STEADY_MS:
            self._named = key, now_ms, self._documents(scene)
        return self._named[2]

    def _documents(self, scene: _Scene) -> tuple[DocumentPick, ...]:
        if not len(scene.library):
            return ()
        models = scene.models
        sequel = None if models.sequel is None else models.sequel(scene.moment.stream, scene.moment.now_s)
        reading = Reading(scene.library, self._bandit, self._sources.is_there, models.ranking, sequel, models.alike)
        choices: list[Choice] = choose(scene.moment, reading, of_kind(scene.history, Kind.DOCUMENT))
        run = 0 if models.ranking is None and models.sequel is None else models.run
        offers = numbered(document_offers(choices, scene.moment, run), self._sources.offers)
        return tuple(pick(one, offer, scene.library) for one, offer in offers)


def meant_now(meant: Iterable[Meant], now_ms: int) -> str:
    """Return what the moment is planned for, "" for nothing; of several things those that last."""
    return " ".join(one.subject for one in meant if one.interval.start_ms <= now_ms < one.interval.end_ms)


def _said(history: Iterable[Shown]) -> tuple[tuple[int, int], ...]:
    return tuple((one.offered.offer.id, len(one.said)) for one in history if one.said)


def nothing_told(ahead: Ahead) -> Chances:
    """Return chances of which nothing is known."""
    nothing, whole = np.zeros(len(ahead.start_s)), np.ones(len(ahead.start_s))
    return Chances(ahead.start_s, whole / 2, nothing, whole, nothing, np.ones(len(ahead.start_s), dtype=bool))


def _holds(advice: Advice, now_ms: int) -> bool:
    """Return whether advice is young enough to be said again, and its time still ahead."""
    ahead = advice.block is None or advice.block.interval.start_ms >= now_ms
    return ahead and 0 <= now_ms - advice.made_ms < STEADY_MS


def _same(before: FocusBlock, made: Offered) -> bool:
    return (before.interval, before.offer.policy, before.offer.model) == (
        made.interval,
        made.offer.policy,
        made.offer.model,
    )


def _no_documents(scene: _Scene) -> Abstention:
    if not len(scene.library):
        return Abstention.NO_DOCUMENTS
    return Abstention.NO_PATTERN if len(scene.moment.stream) else Abstention.NO_HISTORY
