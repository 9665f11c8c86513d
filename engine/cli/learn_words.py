"""Learning as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from engine.cli.moments import iso_or_none, local
from engine.cli.terminal import fitted, length
from engine.domain.clock import MS_PER_MINUTE, iso_utc
from engine.domain.learning import HIGHEST_LEVEL

if TYPE_CHECKING:
    from engine.domain.days import DayRule
    from engine.domain.learning import (
        Effect,
        LearningItem,
        LearningPlan,
        LearningWeek,
        Need,
        RecallCard,
        Share,
        Skill,
        Standing,
    )

_NAME_CELLS = 26


def minutes_words(minutes: int) -> str:
    """Return minutes as people write them."""
    return length(minutes * MS_PER_MINUTE) if minutes else "0 min"


def skill_json(skill: Skill) -> dict[str, Any]:
    """Return a skill as plain values."""
    return {
        "id": skill.id,
        "name": skill.name,
        "weight": skill.weight,
        "most_minutes": skill.most_minutes,
        "active": skill.active,
    }


def standing_json(one: Standing) -> dict[str, Any]:
    """Return how a skill stands as plain values."""
    known = {"said": one.said, "recalled": one.recalled, "cards": one.cards, "due": one.due}
    return {**skill_json(one.skill), **known, "items": one.items, "minutes_left": one.minutes_left}


def standing_line(one: Standing) -> str:
    """Return how a skill stands."""
    skill = one.skill
    limit = f", at most {minutes_words(skill.most_minutes)} a week" if skill.most_minutes else ""
    said = "no level told" if one.said is None else f"level {one.said:g} of {HIGHEST_LEVEL:g} by your word"
    recalled = "" if one.recalled is None else f", {one.recalled:.1f} by recall"
    rests = "" if skill.active else ", rests"
    cards = f"; cards: {one.cards}, {one.due} due" if one.cards else ""
    return (
        f"{skill.id:4}  {fitted(skill.name, _NAME_CELLS)}  {said}{recalled}; weight {skill.weight}{limit}{rests}{cards}"
    )


def need_json(one: Need) -> dict[str, Any]:
    """Return what may be worth a skill as plain values."""
    return {"word": one.word, "minutes": one.minutes, "searches": one.searches, "titles": list(one.titles)}


def need_line(one: Need) -> str:
    """Return what may be worth a skill, and why."""
    searches = f" and {one.searches} search{'es' if one.searches != 1 else ''}" if one.searches else ""
    titles = ", ".join(f"“{title}”" for title in one.titles)
    spent = "under a minute" if one.minutes < 1 else minutes_words(round(one.minutes))
    return f"Maybe: {one.word}, {spent}{searches} in the last four weeks: {titles}"


def item_json(one: LearningItem) -> dict[str, Any]:
    """Return something to learn with as plain values."""
    return {
        "id": one.id,
        "skill_id": one.skill_id,
        "kind": one.kind.value,
        "title": one.title,
        "minutes": one.minutes,
        "document_id": one.document_id,
        "done": iso_or_none(one.done_ms),
    }


def item_line(one: LearningItem, skill: str) -> str:
    """Return something to learn with."""
    done = "done  " if one.done_ms is not None else ""
    return f"{one.id:4}  {done}{one.kind.value}: {one.title}, {minutes_words(one.minutes)}, for {skill}"


def card_json(one: RecallCard) -> dict[str, Any]:
    """Return a card as plain values."""
    return {
        "id": one.id,
        "skill_id": one.skill_id,
        "front": one.front,
        "back": one.back,
        "due": iso_utc(one.due_ms),
    }


def due_words(one: RecallCard, rule: DayRule) -> str:
    """Return when a card is asked next."""
    return f"{local(one.due_ms, rule):%Y-%m-%d %H:%M}"


def plan_json(plan: LearningPlan) -> dict[str, Any]:
    """Return a week's minutes as plain values."""
    return {
        "week": plan.week.isoformat(),
        "accepted": plan.accepted,
        "most_minutes": plan.most_minutes,
        "minutes": plan.minutes,
        "shares": [
            {
                "skill": one.skill.name,
                "minutes": one.minutes,
                "gain": one.gain,
                "level": one.level,
                "level_told": one.told,
                "new_minutes": one.new_minutes,
                "next_gain": one.next_gain,
                "limited": one.limited,
                "returns": {"most": one.returns.most, "minutes": one.returns.minutes, "weeks": one.returns.weeks},
            }
            for one in plan.shares
        ],
    }


def plan_lines(plan: LearningPlan) -> Iterator[str]:
    """Yield a week's minutes with what speaks for them."""
    state = "accepted" if plan.accepted else "proposed"
    yield f"Week of {plan.week:%Y-%m-%d}, {state}: {minutes_words(plan.minutes)} of learning"
    for one in plan.shares:
        yield f"  {fitted(one.skill.name, _NAME_CELLS)}  {minutes_words(one.minutes)}: {share_words(one)}"
    if not plan.accepted and plan.minutes:
        yield "Have it planned with: kairos learn accept; kairos learn undo takes it back."


def share_words(one: Share) -> str:
    """Return what speaks for a skill's minutes."""
    weeks = one.returns.weeks
    basis = f"by {weeks} measured week{'s' if weeks != 1 else ''}" if weeks else "by assumption, no week measured yet"
    new = f", {minutes_words(one.new_minutes)} of it new" if one.new_minutes else ""
    held = "; its own limit" if one.limited else f"; 15 min more would give {one.next_gain:+.2f}"
    known = "" if one.told else ", assumed as none is told"
    return f"{one.gain:+.2f} levels from {one.level:.1f}{known} expected {basis}, weight {one.skill.weight}{new}{held}"


def week_json(one: LearningWeek, skill: str) -> dict[str, Any]:
    """Return what came of a skill's week as plain values."""
    return {
        "week": one.week.isoformat(),
        "skill": skill,
        "minutes": one.minutes,
        "foretold": one.foretold,
        "spent": one.spent,
        "gained": one.gained,
    }


def effect_lines(effect: Effect) -> Iterator[str]:
    """Yield what came of the weeks that are over, also where that is nothing."""
    for one, name in effect.weeks:
        spent = f"{minutes_words(one.spent or 0)} of {minutes_words(one.minutes)} kept to"
        gained = "level not told at both ends" if one.gained is None else f"{one.gained:+.2f} levels"
        yield f"{one.week:%Y-%m-%d}  {fitted(name, _NAME_CELLS)}  {spent}; {one.foretold:+.2f} foretold, {gained}"
    told = effect.measured
    if told:
        foretold, gained_all = sum(one.foretold for one in told), sum(one.gained or 0.0 for one in told)
        spent_all, planned = sum(one.spent or 0 for one in told), sum(one.minutes for one in told)
        kept = f"{minutes_words(spent_all)} of {minutes_words(planned)} kept to"
        yield f"In {len(told)} measured: {kept}; {foretold:+.2f} levels foretold, {gained_all:+.2f} gained."
        if gained_all <= 0:
            yield "Nothing was gained in them. Plan fewer minutes, other items, or tell the levels anew."
