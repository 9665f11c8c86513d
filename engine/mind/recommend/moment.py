"""Everything that speaks for each document at one moment, as one column of numbers per way of scoring."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from engine.mind.recommend.arms import Arms
from engine.mind.recommend.content import Meaning, WordLikeness
from engine.mind.recommend.facts import Context, DocumentFacts, DocumentUses
from engine.mind.recommend.habits import Habits
from engine.mind.recommend.sessions import PAUSE_S, context_weights
from engine.mind.recommend.tables import Dense, Places, Table, standard, table
from engine.mind.recommend.words import asked_words

_MOST_RECENT = 12  # documents a context goes by
_A_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Moment:
    """What speaks for each document: columns (documents,) by name; row: the context as a table (1, documents).

    interest: of each document the place of the interest it goes with most; empty where there are no interests.
    """

    columns: dict[str, Dense]
    row: Table
    interest: Places = field(default_factory=lambda: np.zeros(0, np.int64))


def moment(context: Context, facts: DocumentFacts, arms: Arms, habits: Habits) -> Moment:
    """Return everything that speaks for each document now; arms that do not exist here say nothing."""
    row = context_row(context, facts)
    columns = {name: one[0] for name, one in arms.scores(row).items()}
    columns |= _asked(context, facts, arms)
    now = context.now_s
    columns |= {
        "lately": habits.lately(now),
        "today": habits.today(now),
        "these_days": habits.these_days(now),
        "often": habits.often(now),
        "usual_time": habits.usual_time(now, context.local_s),
        "new": habits.new(now),
    }
    last = last_place(context, facts)
    if last >= 0:
        columns["follows"] = habits.follows(last)
    if context.sequence:
        columns["sequence"] = _sequence(context, facts)
    of_interest = _of_interest(context, facts, arms)
    if of_interest is None:
        return Moment(columns, row)
    columns["interest"] = of_interest.max(axis=0)
    return Moment(columns, row, of_interest.argmax(axis=0))


def last_place(context: Context, facts: DocumentFacts) -> int:
    """Return the place of the document that was in front last, -1 for none that is known."""
    found = facts.places(np.array(context.recent[-1:], np.int64))
    return int(found[0]) if len(found) else -1


def context_row(context: Context, facts: DocumentFacts) -> Table:
    """Return how much each document of the context counts, as a table (1, documents)."""
    recent = np.array(context.recent, np.int64)
    ago = np.array(context.recent_ago_s or (0.0,) * len(recent))
    place = facts.places(recent)
    weight = np.zeros(len(facts))
    known = place >= 0
    np.maximum.at(weight, place[known], context_weights(ago[known]))
    columns = np.flatnonzero(weight)
    return table(np.zeros(len(columns), np.int64), columns, weight[columns], (1, len(facts)))


def recent_documents(uses: DocumentUses, now_s: float) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return the latest different documents of the last day before a moment, last one last, and seconds since each."""
    before = uses.until(now_s)
    ago: dict[int, float] = {}
    for at in range(len(before) - 1, -1, -1):
        gone = now_s - float(before.end_s[at])
        if len(ago) == _MOST_RECENT or gone > _A_DAY_S:
            break
        ago.setdefault(int(before.document[at]), gone)
    return tuple(reversed(ago)), tuple(reversed(ago.values()))


def context_of(uses: DocumentUses, now_s: float, local_s: float) -> Context:
    """Return the context of a moment from the uses before it; the document still in front is not to be named."""
    recent, ago = recent_documents(uses, now_s)
    in_front = frozenset(recent[-1:]) if ago and ago[-1] < PAUSE_S else frozenset[int]()
    return Context(now_s, local_s, recent, ago, exclude=in_front)


def _asked(context: Context, facts: DocumentFacts, arms: Arms) -> dict[str, Dense]:
    found: dict[str, Dense] = {}
    by_meaning, by_words = arms.by_name.get("meaning"), arms.by_name.get("words")
    if context.front_vector is not None and isinstance(by_meaning, Meaning):
        found["front"] = standard(by_meaning.asked(context.front_vector))[0]
    elif context.front_title and isinstance(by_words, WordLikeness):
        found["front"] = standard(by_words.asked(asked_words(context.front_title, facts)))[0]
    if context.words and isinstance(by_words, WordLikeness):
        found["calendar"] = standard(by_words.asked(asked_words(context.words, facts)))[0]
    return found


def _of_interest(context: Context, facts: DocumentFacts, arms: Arms) -> Dense | None:
    """Return how well each document goes with each interest (interests, documents), the greatest interest in full."""
    by_words = arms.by_name.get("words")
    if not context.interests or not isinstance(by_words, WordLikeness):
        return None
    most = max(one.share for one in context.interests)
    if most <= 0:
        return None
    return np.concatenate(
        [
            np.float32(one.share / most) * standard(by_words.asked(asked_words(" ".join(one.words), facts)))
            for one in context.interests
        ]
    )


def _sequence(context: Context, facts: DocumentFacts) -> Dense:
    made = np.zeros(len(facts), np.float32)
    place = facts.places(np.array(list(context.sequence), np.int64))
    known = place >= 0
    made[place[known]] = np.array(list(context.sequence.values()), np.float32)[known]
    return made
