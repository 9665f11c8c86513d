"""What the learned models say, and how they stand, in words for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from engine.cli.moments import local
from engine.cli.terminal import length, percent
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, iso_utc
from engine.domain.days import DayRule
from engine.domain.model_status import Head, HeadStatus, MindStatus, RunState, TrainingRun
from engine.domain.plain_text import plain, shortened
from engine.domain.recommended import Abstention, FocusBlock, Notice, Reason, ReasonKind, Scored, Verdict
from engine.domain.soon import Soon

_SUBJECT = 60

NOTHING: dict[Abstention, str] = {
    Abstention.NO_HISTORY: "Nothing is recorded yet. Start recording with: kairos record",
    Abstention.TOO_LITTLE: "There is too little history yet: five days with enough activity are needed.",
    Abstention.NO_PATTERN: "There is not enough of a pattern yet to tell a good time.",
    Abstention.NO_TIME: "No free time is left in which a block fits.",
    Abstention.NO_DOCUMENTS: "No documents are indexed. Name a folder with: kairos documents add FOLDER",
}
NOTICES: dict[Notice, str] = {
    Notice.BASELINE: "This rests on simple rules: no learned model that beat them on your history is in use.",
    Notice.MODEL_DAMAGED: (
        "The newest learned model is damaged and not used; the one before it or simple rules stand in. "
        "Train again with: kairos mind train"
    ),
    Notice.NO_MEMORY: "The graphics processor had too little memory, so the processor did it.",
    Notice.WORKER_SILENT: "The process that knows the learned models did not answer; this rests on simple rules.",
}
STATES: dict[RunState, str] = {
    RunState.RUNNING: "training now",
    RunState.DONE: "done",
    RunState.STOPPED: "stopped, goes on the next time",
    RunState.FAILED: "failed, see the log",
    RunState.ROLLED_BACK: "taken back",
}
HEADS: dict[Head, str] = {
    Head.FOCUS: "focus ahead",
    Head.NEXT_APP: "next app",
    Head.NEXT_DOCUMENT: "next document",
    Head.SWITCH: "no switch in 10 minutes",
    Head.DISTRACTION: "distraction in 15 minutes",
    Head.CATEGORY: "category",
    Head.DOCUMENTS: "documents to read",
}
_SAID = {
    Verdict.ACCEPTED.value: "You took such a suggestion before",
    Verdict.OPENED.value: "You opened it when it was suggested",
    Verdict.NOT_NOW.value: "You said “not now”",
    Verdict.WRONG.value: "You said it was wrong",
    Verdict.LESS.value: "You asked for less like this",
}


def reason_words(reason: Reason) -> str:
    """Return what one part of a score rests on."""
    subject, amount = f"“{plain(shortened(reason.subject, _SUBJECT))}”" if reason.subject else "it", reason.amount
    hours = length(round(amount * MS_PER_HOUR))
    sentences: dict[ReasonKind, Callable[[], str]] = {
        ReasonKind.LIKE_NOW: lambda: f"Reads like {subject}, which is in front",
        ReasonKind.TOGETHER: lambda: f"Used in the same sessions as {subject}",
        ReasonKind.AFTER: lambda: f"Often opened after {subject}",
        ReasonKind.RECENT: lambda: f"In front {hours} ago",
        ReasonKind.OFTEN: lambda: (
            f"Opened {amount:.0f} {'time' if round(amount) == 1 else 'times'} in the last 28 days"
        ),
        ReasonKind.USUAL_TIME: lambda: f"{percent(amount)} of its uses are at this time of day",
        ReasonKind.NEW: lambda: f"Found {hours} ago and never opened since",
        ReasonKind.TOPIC: lambda: f"About what you read these days: {subject}",
        ReasonKind.SEQUENCE: lambda: f"Expected after what was in front lately ({percent(amount)})",
        ReasonKind.EXPLORING: lambda: f"Shown to learn from; the chance of that was {percent(amount)}",
        ReasonKind.LATELY: lambda: f"How focused the last while was ({percent(amount)})",
        ReasonKind.HOURS: lambda: f"At these hours {percent(amount)} of your quarter hours were focused",
        ReasonKind.PURPOSE: lambda: f"The time is for {subject}",
        ReasonKind.FREE: lambda: f"Nothing is planned for {length(round(amount * MS_PER_MINUTE))}",
        ReasonKind.SOON: lambda: f"It begins in {hours}",
        ReasonKind.KEPT: lambda: f"You kept to {percent(amount)} of what was planned at such times",
        ReasonKind.SAID: lambda: _SAID.get(reason.subject, "What you said of suggestions before"),
        ReasonKind.OTHER: lambda: "Smaller things together",
    }
    return sentences[reason.kind]()


def why_lines(why: Scored) -> list[str]:
    """Return each part of a score in numbers and words; the numbers sum to the last line's."""
    parts = [(why.base, "What anything of the kind gets")]
    parts += [(one.adds, reason_words(one)) for one in why.reasons]
    return [*(f"    {adds:+8.3f}  {words}" for adds, words in parts), f"    {why.score:8.3f}  altogether"]


def first_reason(why: Scored) -> str:
    """Return what speaks most for it."""
    told = [one for one in why.reasons if one.adds > 0 and one.kind is not ReasonKind.OTHER]
    return reason_words(max(told, key=lambda one: one.adds)) if told else ""


def block_line(block: FocusBlock, rule: DayRule, now_ms: int) -> str:
    """Return a block: when, how likely, and how many focused minutes it promises."""
    begins, ends = local(block.interval.start_ms, rule), local(block.interval.end_ms, rule)
    day = "" if begins.date() == local(now_ms, rule).date() else f"{begins:%A} {begins.date().isoformat()} "
    return (
        f"{day}{begins:%H:%M}–{ends:%H:%M}: focus is {percent(block.probability)} likely "
        f"({percent(block.low)} to {percent(block.high)}), about {block.focused_minutes:.0f} focused minutes"
    )


def notice_lines(notices: Iterable[Notice]) -> list[str]:
    """Return what a person ought to know about how advice was made; why rules stand in is not said twice."""
    told = list(notices)
    return [NOTICES[one] for one in told if one is not Notice.BASELINE or len(told) == 1]


def head_line(head: HeadStatus) -> str:
    """Return a head against its baseline."""
    if not head.cases:
        return f"    {HEADS[head.head]}: nothing to compare on yet, not used"
    used = "used" if head.live else "not used"
    return (
        f"    {HEADS[head.head]}: {_measure(head.metric)} {head.ours:.3f}, {_rule(head.baseline_name)} "
        f"{head.baseline:.3f}; "
        f"difference {head.low:+.3f} to {head.high:+.3f} over {head.cases:,} cases: {used}"
    )


def _measure(metric: str) -> str:
    return plain(metric.upper() if metric.islower() else metric)


def _rule(name: str) -> str:
    return "as often as before" if name.startswith("rate ") else plain(name)


def soon_lines(soon: Soon) -> list[str]:
    """Return what is likely in the next minutes, and which of it is learned."""
    if soon == Soon(soon.made_ms):
        return ["Nothing can be told now: nothing is in front, or there is too little history yet."]
    told = (
        (Head.SWITCH, soon.undisturbed, "No switch to another app in the next 10 minutes"),
        (Head.DISTRACTION, soon.distraction, "A distraction within 15 minutes"),
    )
    lines = [f"{words}: {percent(chance)}{_by(soon, head)}" for head, chance, words in told if chance is not None]
    if soon.apps:
        apps = ", ".join(f"{plain(app)} {percent(chance)}" for app, chance in soon.apps)
        lines.append(f"Next app: {apps}{_by(soon, Head.NEXT_APP)}")
    return lines


def _by(soon: Soon, head: Head) -> str:
    return "" if head in soon.learned else " (counted, not learned)"


def run_lines(run: TrainingRun, rule: DayRule) -> list[str]:
    """Return a training run and its heads."""
    begun = local(run.started_ms, rule)
    line = f"Run {run.id}, {begun:%Y-%m-%d %H:%M}: {STATES[run.state]}"
    if run.state is RunState.DONE:
        line += f", {run.cpu_s:.0f} s of the processor, {run.parameters:,} parameters, {plain(run.device)}"
    return [line, *(head_line(head) for head in run.heads)]


def status_lines(status: MindStatus, rule: DayRule) -> list[str]:
    """Return how the models stand."""
    days = f"{status.active_days:,} active {'day' if status.active_days == 1 else 'days'} of history."
    lines = [days]
    if status.training:
        lines.append("The models are being trained now.")
    if status.in_use is None:
        lines.append("No learned model is in use. Train with: kairos mind train" if not status.training else "")
    else:
        lines += ["In use:", *run_lines(status.in_use, rule)]
        if status.damaged:
            lines.append(NOTICES[Notice.MODEL_DAMAGED])
    others = [run for run in status.runs if status.in_use is None or run.id != status.in_use.id]
    for run in others:
        lines.append(run_lines(run, rule)[0])
    return [line for line in lines if line]


def run_json(run: TrainingRun) -> dict[str, Any]:
    """Return a training run for other programs."""
    return {
        "number": run.id,
        "started": iso_utc(run.started_ms),
        "finished": iso_utc(run.finished_ms) if run.finished_ms else None,
        "state": run.state.value,
        "data_from": iso_utc(run.data_from_ms) if run.data_from_ms else None,
        "data_to": iso_utc(run.data_to_ms) if run.data_to_ms else None,
        "cpu_seconds": run.cpu_s,
        "parameters": run.parameters,
        "device": run.device,
        "note": run.note,
        "heads": heads_json(run.heads),
    }


def heads_json(heads: Sequence[HeadStatus]) -> list[dict[str, Any]]:
    """Return heads against their baselines for other programs."""
    return [
        {
            "head": head.head.value,
            "metric": head.metric,
            "ours": head.ours,
            "baseline": head.baseline,
            "baseline_name": head.baseline_name,
            "low": head.low,
            "high": head.high,
            "cases": head.cases,
            "live": head.live,
        }
        for head in heads
    ]
