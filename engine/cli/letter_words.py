"""The weekly letter as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from engine.cli.letter_findings import change_words, habit_words
from engine.cli.moments import local
from engine.cli.terminal import length, percent
from engine.domain.clock import MS_PER_MINUTE, iso_utc
from engine.domain.days import DayRule
from engine.domain.goals import Direction, Goal, Measure, Per
from engine.domain.letter_json import letter_to_json
from engine.domain.letters import (
    Basis,
    Compared,
    Framing,
    GoalTold,
    Letter,
    LetterAnswer,
    Outcome,
    StoredLetter,
    Suggestion,
    SuggestionKind,
    Told,
)

_DAY = timedelta(days=1)


def letter_json(stored: StoredLetter) -> dict[str, Any]:
    """Return a letter as plain values."""
    answered = None if stored.answered_ms is None else iso_utc(stored.answered_ms)
    return {**letter_to_json(stored.letter), "answer": stored.answer.value, "answered": answered}


def letter_lines(stored: StoredLetter, name: Callable[[str], str]) -> Iterator[str]:
    """Yield the letter; the days every number rests on stand in its first line unless it names others.

    name: what an app is called.
    """
    letter = stored.letter
    yield f"Letter of {_days(letter.start, letter.end)}"
    yield f"Active for {told_words(letter.active)}; deep work {told_words(letter.deep)}."
    if letter.best_day is not None:
        best = letter.best_day
        yield f"The best day was {best.day:%A}, {best.day}: {_length(best.deep_ms)} of deep work."
    for one in letter.categories:
        yield f"  {' › '.join(one.path) or 'No category'}: {told_words(one)}{_whole(one)}"
    for goal in letter.goals:
        yield goal_words(goal)
    if letter.plan is not None:
        plan = letter.plan
        yield (
            f"Planned {_length(plan.planned_ms)}, of it {_length(plan.matching_ms)} went to what it was for; "
            f"{plan.kept} of {plan.of} blocks kept."
        )
    yield from (change_words(one) for one in letter.changes)
    yield from (habit_words(one, name) for one in letter.habits)
    if letter.last is not None:
        yield outcome_words(letter.last)
    yield from _suggestion_lines(stored)


def told_words(one: Told) -> str:
    """Return a number with what it is beside the weeks before, where none of those is missing."""
    beside = "" if one.compared is None else f", {compared_words(one.compared)}"
    return f"{_length(one.ms)}{beside}"


def _whole(one: Told) -> str:
    """Return the time with what lies below the category, where that is more: goals count it so."""
    return f"; {_length(one.whole_ms)} with what lies below it" if one.whole_ms else ""


def compared_words(one: Compared) -> str:
    """Return how a week's number stands beside those before."""
    weeks, usual = len(one.before), _length(int(one.median))
    if one.above > one.below:
        return f"more than in {one.above} of the last {weeks} weeks (median {usual})"
    if one.below > one.above:
        return f"less than in {one.below} of the last {weeks} weeks (median {usual})"
    return f"in the middle of the last {weeks} weeks (median {usual})"


def goal_words(one: GoalTold) -> str:
    """Return what became of a goal."""
    goal = one.goal
    what = _aim(goal, one.path)
    what += f" {'at least' if goal.direction is Direction.AT_LEAST else 'at most'} {_minutes(goal.minutes)}"
    if goal.per is Per.WEEK and one.of == 1:
        return f"Goal, {what} a week: {'met' if one.met else 'not met'}, {_length(one.done_ms)} in all."
    per, unit = ("a day", "day") if goal.per is Per.DAY else ("a week", "week")
    units = unit if one.of == 1 else f"{unit}s"
    return f"Goal, {what} {per}: met on {one.met} of {one.of} {units}, {_length(one.done_ms)} in all."


def _aim(goal: Goal, path: tuple[str, ...]) -> str:
    if goal.measure is Measure.FOCUS:
        return "deep work"
    below = " with what lies below it" if goal.measure is Measure.CATEGORY else ""
    return f"{' › '.join(path)}{below}"


def outcome_words(one: Outcome) -> str:
    """Return what came of the suggestion of an earlier letter, plainly also where nothing did."""
    head = f"The letter of {one.week} suggested {what_words(one.suggestion)}. "
    if one.answer is not LetterAnswer.ACCEPTED:
        return head + ("You declined." if one.answer is LetterAnswer.REFUSED else "You did not answer.")
    if one.compared is None:
        return head + "You accepted; there are not yet whole weeks before and after to tell what came of it."
    now, usual = (_amount(one.suggestion, number) for number in (one.compared.now, one.compared.median))
    moved, against, weeks = _moved(one)
    verdict = f"better than in {moved} of the {weeks} weeks before" if moved > against else "no effect to be seen"
    return head + f"You accepted; {_measured(one.suggestion)}: {now} last week, {usual} before (median): {verdict}."


def _moved(one: Outcome) -> tuple[int, int, int]:
    """Return in how many weeks before it was worse, in how many better, of how many."""
    if one.compared is None:
        return 0, 0, 0
    above, below, weeks = one.compared.above, one.compared.below, len(one.compared.before)
    return (above, below, weeks) if one.suggestion.kind is SuggestionKind.FOCUS_BLOCK else (below, above, weeks)


def _measured(one: Suggestion) -> str:
    return {
        SuggestionKind.FOCUS_BLOCK: "deep work in those hours",
        SuggestionKind.CAP: f"time in {' › '.join(one.path)}",
        SuggestionKind.BREAK: "stretches of two hours and more",
    }[one.kind]


def _amount(one: Suggestion, number: float) -> str:
    return f"{number:g}" if one.kind is SuggestionKind.BREAK else _length(int(number))


def what_words(one: Suggestion) -> str:
    """Return what is suggested."""
    if one.kind is SuggestionKind.CAP:
        return f"at most {_minutes(one.minutes)} of {' › '.join(one.path)} a week"
    if one.kind is SuggestionKind.BREAK:
        return f"a notification after {_minutes(one.minutes)} without a break"
    return (
        f"{one.per_week} focus blocks of {_minutes(one.minutes)} a week between {_clock(one.window_start)} "
        f"and {_clock(one.window_end)}"
    )


def why_words(one: Suggestion) -> str:
    """Return what speaks for a suggestion, with the days it rests on."""
    days = _days(one.basis_start, one.basis_end)
    if one.kind is SuggestionKind.BREAK:
        return f"{one.basis} times you were active for two hours and more without a break ({days})"
    where = "there" if one.kind is SuggestionKind.CAP else "of your deep work lay in those hours"
    return f"{_length(one.basis)} {'were spent ' if one.kind is SuggestionKind.CAP else ''}{where} ({days})"


def suggestion_words(one: Suggestion, framing: Framing) -> str:
    """Return the suggestion as it is put."""
    what, why = what_words(one), why_words(one)
    if framing is Framing.QUESTION:
        return f"Would you try {what}? {_capital(why)}."
    if framing is Framing.GAIN:
        gain = {
            SuggestionKind.FOCUS_BLOCK: "Win time where you focus best",
            SuggestionKind.CAP: "Win back time for what matters to you",
            SuggestionKind.BREAK: "Keep your strength through the day",
        }[one.kind]
        return f"{gain}: {what}. {_capital(why)}."
    return f"Suggestion: {what}. {_capital(why)}."


def _suggestion_lines(stored: StoredLetter) -> Iterator[str]:
    letter = stored.letter
    if letter.suggestion is None:
        yield "There is nothing to suggest this week."
        return
    yield suggestion_words(letter.suggestion, letter.trial.framing)
    if not stored.kept:
        return
    if stored.answer is LetterAnswer.NONE:
        yield f"Answer with: kairos letter accept --week {letter.start}, or refuse"
    else:
        yield "You accepted." if stored.answer is LetterAnswer.ACCEPTED else "You declined."
    if letter.trial.tried:
        yield trial_words(letter) if stored.trying else stopped_words(letter)


def trial_words(letter: Letter) -> str:
    """Return that wording and time are tried out."""
    share = percent(letter.trial.propensity)
    return (
        f"Wording and time of day of letters are tried out to learn which help you; these ({letter.trial.framing}, "
        f"{_clock(letter.trial.minute)}) had a chance of {share}. Stop it with: kairos letter stop-trying"
    )


def stopped_words(letter: Letter) -> str:
    """Return that wording and time were tried out once."""
    return (
        f"Wording and time of day of this letter ({letter.trial.framing}, {_clock(letter.trial.minute)}) were tried "
        "out; nothing is tried since you stopped it."
    )


def basis_lines(found: Basis, rule: DayRule) -> Iterator[str]:
    """Yield what was counted for a suggestion."""
    if not found.hours and not found.sittings:
        yield "It rests on the week's report alone: kairos report"
    for hour, ms in enumerate(found.hours):
        if ms:
            yield f"{hour:02}:00 to {hour + 1:02}:00  {_length(ms)} of deep work"
    for one in found.sittings:
        start, end = (local(moment, rule) for moment in (one.start_ms, one.end_ms))
        yield f"{start:%Y-%m-%d %H:%M} to {end:%H:%M}  {_length(one.end_ms - one.start_ms)}"


def basis_json(found: Basis) -> dict[str, Any]:
    """Return what was counted as plain values."""
    sittings = [{"start": iso_utc(one.start_ms), "end": iso_utc(one.end_ms)} for one in found.sittings]
    return {"deep_ms_by_hour": list(found.hours), "sittings": sittings}


def list_line(stored: StoredLetter) -> str:
    """Return a letter in one line."""
    letter = stored.letter
    what = "no suggestion" if letter.suggestion is None else what_words(letter.suggestion)
    answer = f" ({stored.answer})" if stored.answer else ""
    return f"{letter.start}  {_length(letter.active.ms)} active, {_length(letter.deep.ms)} deep; {what}{answer}"


def _days(start: date, end: date) -> str:
    return f"{start} to {end - _DAY}"


def _length(milliseconds: int) -> str:
    return length(milliseconds) if milliseconds >= MS_PER_MINUTE else "0 min"


def _minutes(minutes: int) -> str:
    return _length(minutes * MS_PER_MINUTE)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
