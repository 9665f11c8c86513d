"""What the window asks of the learned models, in memory: advice that heeds what was said, runs, what came of them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engine.domain.errors import KairosError, UsageError
from engine.domain.intervals import Interval
from engine.domain.model_status import (
    Effect,
    Head,
    HeadStatus,
    MindStatus,
    PolicyEffect,
    RunState,
    TrainingRun,
)
from engine.domain.recommended import (
    Abstention,
    Advice,
    DocumentPick,
    FocusBlock,
    Notice,
    Offer,
    Reason,
    ReasonKind,
    Scored,
    Verdict,
)
from engine.domain.soon import Soon

DAY_START_MS = 1_795_219_200_000  # 2026-11-21 00:00 UTC
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
NOON_MS = DAY_START_MS + 12 * HOUR_MS
BLOCK_OFFER = 100

_SHELF = (
    ("/home/ann/work/plans/annual budget 2027.pdf", "Annual budget 2027",
     Reason(ReasonKind.LIKE_NOW, 0.34, "Q4 plan.docx")),
    ("/home/ann/work/plans/plan.md", "Plan for the new office",
     Reason(ReasonKind.TOGETHER, 0.22, "Annual budget 2027")),
    ("/home/ann/work/报告/年度预算报告.docx", "年度预算报告", Reason(ReasonKind.OFTEN, 0.19, amount=7)),
    ("/home/ann/notes/<b>ideas</b>.md", "", Reason(ReasonKind.RECENT, 0.17, amount=26.0)),
    ("/home/ann/work/minutes/office move.odt", "Minutes of the office move",
     Reason(ReasonKind.AFTER, 0.12, "Plan for the new office")),
    ("/home/ann/papers/attention residue.pdf", "Why is it so hard to do my work?",
     Reason(ReasonKind.NEW, 0.1, amount=70.0)),
    ("/home/ann/papers/flow.pdf", "Flow at work", Reason(ReasonKind.USUAL_TIME, 0.08, amount=0.62)),
)  # fmt: skip


def scored(base: float, *reasons: Reason) -> Scored:
    """Return a score that its parts sum to."""
    return Scored(base + sum(reason.adds for reason in reasons), base, reasons)


def pick(number: int, *, policy: str = "thompson", propensity: float = 0.8) -> DocumentPick:
    """Return the document of this number, counted from 1, as offer of the same number."""
    path, title, first = _SHELF[(number - 1) % len(_SHELF)]
    others = (Reason(ReasonKind.SAID, -0.04, Verdict.NOT_NOW.value), Reason(ReasonKind.OTHER, 0.01))
    offer = Offer(number, NOON_MS, policy, propensity, number - 1, model=3)
    return DocumentPick(offer, number, path, title, scored(0.12, first, *others))


def block(start_ms: int = DAY_START_MS + 16 * HOUR_MS + HOUR_MS // 2, *, offer: int = BLOCK_OFFER) -> FocusBlock:
    """Return ninety minutes in which focus is likely, scored in minutes of focus."""
    why = scored(
        41.2,
        Reason(ReasonKind.HOURS, 13.4, amount=0.71),
        Reason(ReasonKind.FREE, 5.25, amount=150.0),
        Reason(ReasonKind.LATELY, 3.1, amount=0.64),
        Reason(ReasonKind.SOON, -0.9, amount=4.5),
    )
    interval = Interval(start_ms, start_ms + 90 * 60_000)
    return FocusBlock(Offer(offer, NOON_MS, "forecast", 1.0, 1, model=3), interval, 0.78, 0.7, 0.85, 62.0, why)


def advice(*, documents: int = len(_SHELF), notices: tuple[Notice, ...] = ()) -> Advice:
    """Return a block and so many documents."""
    return Advice(NOON_MS, block(), None, tuple(pick(number + 1) for number in range(documents)), None, notices)


def silence(why: Abstention, documents: Abstention = Abstention.NO_DOCUMENTS) -> Advice:
    """Return advice that says nothing, and why."""
    return Advice(NOON_MS, None, why, (), documents)


def head(kind: Head, ours: float, baseline: float, *, live: bool = True, metric: str = "auc") -> HeadStatus:
    """Return a head with a narrow interval around the difference."""
    gain = ours - baseline
    return HeadStatus(kind, metric, ours, baseline, "person_mean", gain - 0.02, gain + 0.02, 1_204, live)


def run(number: int, day: int, ours: float = 0.74, *, state: RunState = RunState.DONE) -> TrainingRun:
    """Return a run so many days after the first."""
    started = DAY_START_MS - (30 - day) * DAY_MS + 3 * HOUR_MS
    heads = (
        head(Head.FOCUS, ours, 0.62),
        head(Head.NEXT_APP, 0.814, 0.797, metric="mrr"),
        head(Head.NEXT_DOCUMENT, 0.55, 0.56, live=False, metric="hit_rate_5"),
        head(Head.DOCUMENTS, 0.41, 0.33, metric="recall_5"),
    )
    done = heads if state is RunState.DONE else ()
    return TrainingRun(
        number, started, started + 48_000, state, started - 200 * DAY_MS, started, 41.5, 214_000, "cpu", done
    )


def status(*, runs: int = 4, active_days: int = 212, training: bool = False) -> MindStatus:
    """Return so many runs, the latest in use."""
    made = tuple(run(number, number * 7, 0.7 + 0.01 * number) for number in range(runs, 0, -1))
    return MindStatus(made[0] if made else None, made, active_days, training)


def effect(weeks: int = 6) -> Effect:
    """Return two policies over some weeks."""
    policies = (
        PolicyEffect("thompson", 240, 12, 96, 31, 410_000, 0.45, 0.39, 0.51),
        PolicyEffect("baseline", 60, 2, 15, 12, 250_000, 0.28, 0.18, 0.39),
    )
    firsts = ("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16")
    shown = tuple(
        (
            first,
            PolicyEffect("thompson", 40 + week, 2 if week != 3 else 0, 10 + 2 * week if week != 3 else 0, 5, 400_000),
        )
        for week, first in enumerate(firsts[:weeks])
    )
    return Effect(policies, shown)


NO_EFFECT = Effect((), ())
NOTHING_SOON = Soon(0)


@dataclass
class FakeMind:
    """Says what a test wants said, without what was dismissed; remembers what it was told. gate holds advice back."""

    wanted: Advice = field(default_factory=lambda: silence(Abstention.NO_HISTORY))
    state: MindStatus = field(default_factory=lambda: MindStatus(None, (), 0, training=False))
    came_of: Effect = NO_EFFECT
    coming: Soon = NOTHING_SOON
    agreement: float | None = None
    due: bool = False
    error: KairosError | None = None
    asked: int = 0
    seen: list[int] = field(default_factory=list)
    said: list[tuple[int, Verdict]] = field(default_factory=list)
    unsaid: list[tuple[int, Verdict]] = field(default_factory=list)
    rated: list[int] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    closed: bool = False
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Let advice through until told otherwise."""
        self.gate.set()

    def advice(self) -> Advice:
        """Return what is wanted, without what was put off, once the gate is open."""
        self.asked += 1
        self.gate.wait(10)
        if self.error is not None:
            raise self.error
        gone = {offer for offer, verdict in self.said if verdict not in {Verdict.ACCEPTED, Verdict.OPENED}}
        left = tuple(one for one in self.wanted.documents if one.offer.id not in gone)
        held = self.wanted.block
        if held is not None and held.offer.id in gone:
            start = held.interval.start_ms + DAY_MS
            held = replace(block(start, offer=held.offer.id + 1), why=held.why)
        return replace(self.wanted, documents=left, block=held)

    def soon(self) -> Soon:
        """Return what is likely to come."""
        return self.coming

    def shown(self, offers: Sequence[int]) -> None:
        """Remember what was visible."""
        self.seen.extend(offers)

    def say(self, offer: int, verdict: Verdict) -> None:
        """Remember what was said."""
        self.said.append((offer, verdict))

    def unsay(self, offer: int, verdict: Verdict) -> None:
        """Forget it."""
        self.unsaid.append((offer, verdict))
        self.said = [one for one in self.said if one != (offer, verdict)]

    def opened(self, offer: int) -> None:
        """Remember what was opened."""
        self.say(offer, Verdict.OPENED)

    def status(self) -> MindStatus:
        """Return how the models stand."""
        return self.state

    def effect(self) -> Effect:
        """Return what came of it."""
        return self.came_of

    def rating_due(self) -> bool:
        """Return whether a rating is wanted now."""
        return self.due

    def rate(self, value: int) -> None:
        """Remember the rating; one is enough."""
        self.rated.append(value)
        self.due = False

    def ratings_agreement(self) -> float | None:
        """Return how well ratings agree with the score."""
        return self.agreement

    def train(self) -> None:
        """Begin, unless that runs already."""
        if self.state.training:
            raise UsageError("The models are being trained already.")
        self.commands.append("train")
        self.state = replace(self.state, training=True)

    def stop_training(self) -> None:
        """Stop."""
        self.commands.append("stop")
        self.state = replace(self.state, training=False)

    def reset(self) -> None:
        """Forget every run."""
        self.commands.append("reset")
        self.state = MindStatus(None, (), self.state.active_days, training=False)

    def roll_back(self) -> bool:
        """Use the run before; False where there is none."""
        self.commands.append("roll_back")
        if len(self.state.runs) < 2:
            return False
        self.state = replace(self.state, in_use=self.state.runs[1])
        return True

    def close(self) -> None:
        """End, whoever waits."""
        self.closed = True
        self.gate.set()
