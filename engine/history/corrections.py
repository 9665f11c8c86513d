"""From what a person asks to the corrections that do it; pure, and every refusal comes before anything is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engine.domain.activity import Withheld
from engine.domain.clock import MS_PER_HOUR, Instant
from engine.domain.corrections import OFFLINE_APP, Correction, CorrectionKind, Said
from engine.domain.days import DayRule
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval, subtract
from engine.domain.local_words import span_in_words, time_in_words
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelledStretch, LabelOverride

LONGEST_ADDED_MS = 24 * MS_PER_HOUR
LONGEST_TEXT = 1_000
"""Characters of a title, a name or a note that a person writes."""


@dataclass(frozen=True, slots=True)
class Request:
    """What every action starts from. stretches: the history as it counts now, all that shares time with span.

    They are gone through no further than needed, so that they may be read as one goes.
    """

    span: Interval
    now: Instant
    stretches: Iterable[LabelledStretch]

    @property
    def rule(self) -> DayRule:
        """How times are told to the person."""
        return DayRule(self.now.zone)


def span_of(start_ms: int, end_ms: int, now: Instant) -> Interval:
    """Return the time meant; UsageError where it has no length or is not over yet."""
    rule = DayRule(now.zone)
    if end_ms <= start_ms:
        ends, starts = time_in_words(end_ms, rule), time_in_words(start_ms, rule)
        raise UsageError(f"The end ({ends}) has to be after the start ({starts}).")
    if end_ms > now.wall_ms:
        reached, present = time_in_words(end_ms, rule), time_in_words(now.wall_ms, rule)
        raise UsageError(f"{reached} lies in the future: it is {present} now. Only what is over can be corrected.")
    return Interval(start_ms, end_ms)


def add(request: Request, said: Said) -> list[Correction]:
    """Return what adds the time, over whatever was recorded; away from the machine unless an app is named."""
    if request.span.length_ms > LONGEST_ADDED_MS:
        raise UsageError("At most 24 hours can be added at once.")
    said = _cleaned(said)
    if not said.title and said.app is None and not said.labels:
        raise UsageError("Say what the time was: a title, an app or a category.")
    zone = next((one.zone for one in request.stretches), request.now.zone)
    made = Correction(
        CorrectionKind.ADD, request.span, request.now.wall_ms, said.app or OFFLINE_APP, said.title, said.labels, zone
    )
    return [replace(made, note=said.note)]


def change(request: Request, said: Said) -> list[Correction]:
    """Return what gives the active time in the span other names, other labels, or both."""
    said = _cleaned(said)
    if (said.app, said.title) == (None, None) and not said.labels:
        raise UsageError("Say what shall be different: a title, an app, a category, a project or a tag.")
    if said.app == "":
        raise UsageError("The name of an app cannot be empty.")
    made: list[Correction] = []
    if (said.app, said.title) != (None, None):
        _need(request, named=True)
        made.append(_paint(request, CorrectionKind.RETITLE, app=said.app, title=said.title, note=said.note))
    if said.labels:
        _need(request, named=False)
        made.append(_paint(request, CorrectionKind.RELABEL, labels=said.labels, note=said.note))
    return made


def split(request: Request, at_ms: int, said: Said) -> list[Correction]:
    """Return what makes the part from at_ms on something else."""
    span, rule = request.span, request.rule
    if not span.start_ms < at_ms < span.end_ms:
        raise UsageError(f"{time_in_words(at_ms, rule)} does not lie within {span_in_words(span, rule)}.")
    return change(replace(request, span=Interval(at_ms, span.end_ms)), said)


def merge(request: Request, said: Said | None = None) -> list[Correction]:
    """Return what makes all named time in the span one: what is said, else what filled most of it."""
    if said is None or (said.app, said.title) == (None, None):
        app, title, labels = _fullest(request)
        said = Said(app, title, labels if said is None or not said.labels else said.labels, said.note if said else "")
    return change(request, said)


def trim(request: Request, keep: Interval) -> list[Correction]:
    """Return what leaves of the span only the part to keep."""
    _need(request)
    kept = keep.clip(request.span)
    if kept is None:
        raise UsageError(f"Nothing of {span_in_words(request.span, request.rule)} would be left. Delete it instead.")
    cut = subtract(request.span, [kept])
    if not cut:
        raise UsageError("Nothing would be cut off. Say a later start or an earlier end.")
    return [Correction(CorrectionKind.DELETE, part, request.now.wall_ms) for part in cut]


def delete(request: Request) -> list[Correction]:
    """Return what takes the span out of every total."""
    _need(request)
    return [_paint(request, CorrectionKind.DELETE)]


def revert(request: Request, in_force: Sequence[Correction]) -> list[Correction]:
    """Return what makes the span again as it was recorded."""
    if not any(one.interval.clip(request.span) for one in in_force if one.kind is not CorrectionKind.REVERT):
        raise UsageError(f"Nothing between {span_in_words(request.span, request.rule)} has been corrected.")
    return [_paint(request, CorrectionKind.REVERT)]


def leave(request: Request) -> list[Correction]:
    """Return what says that the span is right as it was recorded, so that nobody asks about it again."""
    return [_paint(request, CorrectionKind.REVERT)]


def _paint(request: Request, kind: CorrectionKind, **values: object) -> Correction:
    return replace(Correction(kind, request.span, request.now.wall_ms), **values)  # type: ignore[arg-type]


def _need(request: Request, *, named: bool | None = None) -> None:
    """Refuse where nothing in the span could change. named: True wants named active time, False any active time."""
    recorded = active = False
    for one in request.stretches:
        if one.interval.clip(request.span) is None:
            continue
        recorded = True
        if named is None:
            return
        if one.what.presence is Presence.ACTIVE:
            active = True
            if not named or one.what.withheld is Withheld.NO:
                return
    if not recorded:
        raise UsageError(f"Nothing is recorded between {span_in_words(request.span, request.rule)}.")
    if active:
        raise UsageError("That time was private or excluded and has no name to change. It can be labelled or deleted.")
    raise UsageError("Nobody was at the machine then. Add the time instead of changing it.")


def _fullest(request: Request) -> tuple[str, str, LabelOverride]:
    """Return app, title and labels that filled most of the span."""
    _need(request, named=True)
    looks: Counter[tuple[str, str, LabelOverride]] = Counter()
    for one in request.stretches:
        part = one.interval.clip(request.span)
        if part is not None and one.what.presence is Presence.ACTIVE and one.what.app:
            looks[one.what.app, one.what.title, one.override or UNCHANGED] += part.length_ms
    if not looks:
        raise UsageError("No app was in front then. Say what the time was.")
    return max(looks, key=lambda look: looks[look])


def _cleaned(said: Said) -> Said:
    labels = LabelOverride(said.labels.category_id, _line(said.labels.project), _line(said.labels.tag))
    return Said(_line(said.app), _line(said.title), labels or UNCHANGED, _line(said.note) or "")


def _line(text: str | None) -> str | None:
    """Return the text on one line, with what no file can hold replaced; UsageError where it is too long."""
    if text is None:
        return None
    line = " ".join(text.encode("utf-8", "replace").decode().replace("\0", " ").split())
    if len(line) > LONGEST_TEXT:
        raise UsageError(f"A text can have {LONGEST_TEXT:,} characters at most; this one has {len(line):,}.")
    return line
