"""Learning together: joining and leaving, one's own updates, and averages, used only where they do no worse."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from engine.domain.clock import MS_PER_HOUR, MS_PER_SECOND, Clock
from engine.domain.errors import UsageError
from engine.domain.model_status import Head
from engine.domain.together import (
    DELTA,
    EPSILON_LIMIT,
    FEWEST,
    FILE_NOISE,
    HEADS,
    HELD_DAYS,
    LONGEST_NAME,
    MASKED_NOISE,
    MOST,
    WIDTH,
    LearnsPrior,
    PriorJudged,
    StepKind,
    TogetherAdopted,
    TogetherError,
    TogetherFileError,
    TogetherRound,
    TogetherStatus,
    TogetherStep,
    TogetherUpdate,
    part,
)
from engine.sharing.noise import accountant
from engine.sharing.together.clipping import clipped, noised
from engine.sharing.together.files import (
    fresh_name,
    read_round,
    read_update,
    round_file,
    update_file,
)
from engine.sharing.together.merging import merged
from engine.sharing.together.next_round import check_next, come_to
from engine.storage.together import NewStep, TogetherStore

_OFF = "Sharing is off, so nothing is made to be sent. Turn it on in Settings > Sharing, or with: kairos share on"
_NOT_IN = "You are in no learning together. Join with: kairos team join ROUND-FILE"
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class _Joined:
    """What was agreed on when joining."""

    federation: str
    name: str
    heads: tuple[Head, ...]
    limit: int


class Together:
    """One person's part. Every method may raise TogetherError, TogetherFileError and Storage errors.

    allowed: whether anything may be made to be given away. installed: whether a server can be used.
    """

    def __init__(
        self, store: TogetherStore, allowed: Callable[[], bool], installed: Callable[[], bool], clock: Clock
    ) -> None:
        self._store, self._allowed, self._installed, self._clock = store, allowed, installed, clock

    # ---------------------------------------------------------------- seeing, joining, leaving

    def status(self) -> TogetherStatus:
        """Return what was agreed on, made and charged, and what is in use."""
        kept = self._store.all()
        joined, made = _joined(kept), [one for one in kept if one.kind is StepKind.UPDATE]
        used, charged = self.used(kept), spent([one.epsilon_millionths for one in made])
        heads = () if used is None else used[1]
        rounds, size = tuple(sorted({one.round for one in made})), sum(one.bytes for one in made)
        if joined is None:
            return TogetherStatus(self._installed(), "", "", (), rounds, size, charged, EPSILON_LIMIT, heads)
        said = (joined.federation, joined.name, joined.heads)
        return TogetherStatus(self._installed(), *said, rounds, size, charged, joined.limit, heads)

    def begin(self, name: str, heads: Sequence[Head], least: int) -> bytes:
        """Return the file of a first round."""
        self._check_allowed()
        if not FEWEST <= least <= MOST:
            raise UsageError(f"A round needs at least {FEWEST} people, and at most {MOST}.")
        if len(name) > LONGEST_NAME:
            raise UsageError(f"The name is longer than {LONGEST_NAME} characters.")
        if not name.strip() or not heads or not set(heads) <= set(HEADS):
            raise UsageError("Name the learning, and what is learned: " + " ".join(one.value for one in HEADS))
        ordered = tuple(one for one in HEADS if one in heads)
        return round_file(TogetherRound(fresh_name(), name.strip(), 1, ordered, (0,) * WIDTH, 0, least))

    def join(self, content: bytes, heads: Sequence[Head], limit_millionths: int | None = None) -> TogetherRound:
        """Take part from now on, and count rounds from this one on.

        heads: none for all of the round's. limit: of epsilon in all, millionths. Who takes part already keeps both
        where nothing else is said.
        """
        self._check_allowed()
        begun, now = read_round(content), self._joined()
        if now is not None and now.federation != begun.federation:
            raise TogetherError(f"You take part in “{now.name}” already. Leave it first: kairos team leave")
        before = _Joined(begun.federation, begun.name, begun.heads, EPSILON_LIMIT) if now is None else now
        wanted, limit = heads or before.heads, before.limit if limit_millionths is None else limit_millionths
        if not set(wanted) <= set(begun.heads):
            raise UsageError("This round learns: " + " ".join(one.value for one in begun.heads))
        if limit <= 0:
            raise UsageError("The limit of epsilon is above 0.")
        agreed = {"name": begun.name, "heads": [one.value for one in wanted], "limit": limit}
        self._store.end(StepKind.JOINED, self._now_ms())
        joined = NewStep(begun.federation, begun.round, StepKind.JOINED, json.dumps(agreed).encode(), begun.digest)
        self._store.add(joined, self._now_ms())
        return begun

    def leave(self) -> bool:
        """Take part no longer: nothing more is made, and what runs stops before it sends. Returns whether one did."""
        return bool(self._store.end(StepKind.JOINED, self._now_ms()))

    def takes_part(self) -> bool:
        """Return whether the person takes part in anything now."""
        return self._joined() is not None

    # ---------------------------------------------------------------- updates

    def update(self, content: bytes, learner: LearnsPrior) -> bytes:
        """Return this person's file for a round; asked again the very same one, which costs nothing more."""
        begun = read_round(content)
        joined = self._taking_part(begun)
        for one in self._store.all():
            if one.kind is StepKind.UPDATE and one.digest == begun.digest:
                if not one.content:
                    raise TogetherError("Your update for this round was erased with what it came of.")
                return one.content
        numbers = noised(self._asked(begun, joined, learner), FILE_NOISE)
        made = update_file(
            TogetherUpdate(begun.federation, begun.round, begun.digest, fresh_name(), numbers, FILE_NOISE)
        )
        self._charge(joined, begun, made, begun.digest, FILE_NOISE)
        return made

    def masked_numbers(self, begun: TogetherRound, attempt: str, people: int, learner: LearnsPrior) -> tuple[int, ...]:
        """Return numbers for a sum over so many people, each with its share of the noise; every call is charged."""
        joined = self._taking_part(begun)
        if people < begun.least:
            raise TogetherError(f"Only {people} people take part; this round needs {begun.least}. Nothing was sent.")
        numbers = noised(self._asked(begun, joined, learner), MASKED_NOISE, people)
        said = {"attempt": attempt, "people": people, "numbers_before_masking": list(numbers)}
        self._charge(joined, begun, json.dumps(said).encode(), f"attempt {attempt}", MASKED_NOISE)
        return numbers

    def check_round(self, content: bytes) -> TogetherRound:
        """Return a round this person may take part in now."""
        begun = read_round(content)
        self._taking_part(begun)
        return begun

    # ---------------------------------------------------------------- averages

    def merge(self, content: bytes, updates: Sequence[bytes]) -> bytes:
        """Return the next round's file, from this round's and the updates of its people."""
        return round_file(merged(read_round(content), [read_update(one) for one in updates]))

    def adopt(self, content: bytes, learner: LearnsPrior) -> TogetherAdopted:
        """Judge an average on the person's own latest days, and use what does no worse than the shipped weights."""
        begun, joined = read_round(content), self._joined()
        if joined is None:
            raise TogetherError(_NOT_IN)
        if begun.federation != joined.federation:
            raise TogetherFileError("This average belongs to other people's learning, not to yours.")
        if begun.people < begun.least:
            raise TogetherFileError("Nothing was learned in this round yet: it is the one everybody begins with.")
        since_s = self._held_since_s()
        wanted = [one for one in begun.heads if one in joined.heads]
        judged = [learner.judge(head, part(begun.numbers, head), since_s) for head in wanted]
        told: tuple[PriorJudged, ...] = tuple(one for one in judged if one is not None)
        used = tuple(one.head for one in told if one.good)
        if used:
            said = json.dumps({"numbers": list(begun.numbers), "heads": [one.value for one in used]}).encode()
            self._store.end(StepKind.PRIOR, self._now_ms())
            prior = NewStep(begun.federation, begun.round, StepKind.PRIOR, said, begun.digest)
            self._store.add(prior, self._now_ms())
        return TogetherAdopted(told, used)

    def take_back(self) -> bool:
        """Begin with the shipped weights again; returns whether an average was in use."""
        return bool(self._store.end(StepKind.PRIOR, self._now_ms()))

    def used(self, kept: Sequence[TogetherStep] | None = None) -> tuple[tuple[int, ...], tuple[Head, ...], int] | None:
        """Return the numbers in use, the heads they are used for and since when (UTC ms); None for the shipped ones."""
        for one in self._store.all() if kept is None else kept:
            if one.kind is StepKind.PRIOR and one.left_ms is None:
                told = json.loads(one.content)
                return tuple(told["numbers"]), tuple(Head(name) for name in told["heads"]), one.made_ms
        return None

    # ---------------------------------------------------------------- inside

    def _check_allowed(self) -> None:
        if not self._allowed():
            raise TogetherError(_OFF)

    def _joined(self) -> _Joined | None:
        return _joined(self._store.all())

    def _taking_part(self, begun: TogetherRound) -> _Joined:
        self._check_allowed()
        joined = self._joined()
        if joined is None:
            raise TogetherError(_NOT_IN)
        if begun.federation != joined.federation:
            raise TogetherFileError("This round belongs to other people's learning, not to the one you joined.")
        check_next(begun, come_to([one for one in self._store.all() if one.federation == begun.federation]))
        return joined

    def _asked(self, begun: TogetherRound, joined: _Joined, learner: LearnsPrior) -> tuple[int, ...]:
        """Return what this person's history asks to be changed, clipped; heads not opted in ask for nothing."""
        before_s, steps, known = self._held_since_s(), [], False
        for head in HEADS:
            stands = part(begun.numbers, head)
            wanted = head in begun.heads and head in joined.heads
            asked = learner.asks(head, stands, before_s) if wanted else None
            known = known or asked is not None
            steps += [0.0] * len(stands) if asked is None else [to - at for to, at in zip(asked, stands, strict=True)]
        if not known:
            raise TogetherError(f"There is too little history yet that is older than {HELD_DAYS} days to learn from.")
        return clipped(steps)

    def _charge(self, joined: _Joined, begun: TogetherRound, made: bytes, digest: str, noise: float) -> None:
        """Note what is about to be given away, and what it costs; TogetherError beyond the person's limit."""
        costs = [one.epsilon_millionths for one in self._store.all()]
        this = accountant.millionths((noise,), DELTA)
        if spent([*costs, this]) > joined.limit:
            raise TogetherError(
                f"That would come to an epsilon of {spent([*costs, this]) / _MILLION:.2f} in all; your limit is"
                f" {joined.limit / _MILLION:g}. Nothing was made."
            )
        step = NewStep(begun.federation, begun.round, StepKind.UPDATE, made, digest, this)
        if not self._store.add(step, self._now_ms(), sum(costs)):
            raise TogetherError("Another Kairos made an update just now. Try again.")

    def _held_since_s(self) -> float:
        return (self._now_ms() - HELD_DAYS * 24 * MS_PER_HOUR) / MS_PER_SECOND

    def _now_ms(self) -> int:
        return self._clock.now().wall_ms


def spent(costs: Sequence[int]) -> int:
    """Return the epsilon of all updates together, in millionths; costs: of each by itself."""
    return accountant.millionths([_noise(one) for one in costs if one], DELTA)


@lru_cache(maxsize=64)
def _noise(cost: int) -> float:
    return accountant.noise_of(cost, DELTA)


def _joined(kept: Sequence[TogetherStep]) -> _Joined | None:
    for one in kept:
        if one.kind is StepKind.JOINED and one.left_ms is None:
            told = json.loads(one.content)
            return _Joined(one.federation, told["name"], tuple(Head(name) for name in told["heads"]), told["limit"])
    return None
