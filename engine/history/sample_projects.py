"""The made-up person's projects and the documents in them, which come up together and in habitual order.

A few projects run at a time, each for some months; which one is at hand changes by the week. Within a project few
documents are used most (Zipf), and what was in front suggests what comes next (a Markov order). New ones are begun
all along; about one look in nine falls on something never seen before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from random import Random

from engine.history.sample_person import Person
from engine.history.sample_titles import NEVER_SEEN, pick, zipf
from engine.history.sample_topics import TOPICS, Topic
from engine.history.sample_words import CHINESE, WORDS

_BEGUN_EVERY, _LASTS = 40, (110, 190)  # days
_FIRST_DAY = date(2000, 1, 3).toordinal()
_SLOPE = 1.1
_HABIT = 0.55  # of looks that follow what was in front before
_SUCCESSORS = 2
_AT_ONCE = 0.4  # of a project's documents there on its first day
_PROJECT_SLOPE = 1.2

# Per app: how many documents of a project it opens, and their endings.
_FILES: dict[str, tuple[int, tuple[str, ...]]] = {
    "code": (4, ("py", "py", "sql", "md", "toml")),
    "libreoffice-writer": (3, ("odt",)),
    "libreoffice-calc": (2, ("csv",)),
    "org.gnome.Evince": (2, ("pdf",)),
    "obsidian": (3, ("md",)),
}


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A document of a project: the app that opens it, its file name, and the ordinal of the day it was begun."""

    app: str
    name: str
    born: int

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Project:
    """Documents that are used together, from the first to the last day (ordinals); folder: where they lie."""

    folder: str
    topic: Topic
    first: int
    last: int
    documents: dict[str, tuple[SampleDocument, ...]]

    def there(self, app: str, day: int) -> Sequence[SampleDocument]:
        """Return the documents of an app begun by a day, the most used first."""
        found = self.documents.get(app, ())
        return found if day > self.last else [one for one in found if one.born <= day]


def projects_of(person: Person, day: date) -> tuple[Project, ...]:
    """Return the projects that run on a day, the one most at hand that week first."""
    job, ordinal = person.job(day).number, day.toordinal()
    return _at_hand(person.seed, job, ordinal, ordinal // 7)


@lru_cache(maxsize=512)
def _at_hand(seed: int, job: int, ordinal: int, week: int) -> tuple[Project, ...]:
    newest = (ordinal - _FIRST_DAY) // _BEGUN_EVERY
    reach = _LASTS[1] // _BEGUN_EVERY + 1
    known = [_project(seed, job, number) for number in range(newest - reach, newest + 1)]
    running = [one for one in known if one.first <= ordinal <= one.last]
    return tuple(sorted(running, key=lambda one: Random(f"{seed} {one.folder} {week}").random()))  # noqa: S311


@lru_cache(maxsize=256)
def _project(seed: int, job: int, number: int) -> Project:
    dice = Random(f"{seed} project {job} {number}")  # noqa: S311
    begins = Random(f"{seed} topics {job}").randrange(len(TOPICS))  # noqa: S311
    topic = TOPICS[(begins + number) % len(TOPICS)]
    first = _FIRST_DAY + number * _BEGUN_EVERY + dice.randrange(_BEGUN_EVERY)
    last = first + dice.randint(*_LASTS)
    taken: set[str] = set()
    documents = {app: tuple(_documents(app, topic, first, last, dice, taken)) for app in _FILES}
    return Project(f"{topic.folder} {number % 100}", topic, first, last, documents)


def _documents(app: str, topic: Topic, first: int, last: int, dice: Random, taken: set[str]) -> list[SampleDocument]:
    count, endings = _FILES[app]
    found: list[SampleDocument] = []
    while len(found) < count:
        stem = _stem(app, topic, dice)
        name = f"{stem}.{dice.choice(endings)}"
        if stem in taken:
            continue
        taken.add(stem)
        born = first if dice.random() < _AT_ONCE else dice.randint(first, last)
        found.append(SampleDocument(app, name, first if not found else born))
    return found


def _stem(app: str, topic: Topic, dice: Random) -> str:
    if app == "code":
        return f"{dice.choice(WORDS['code'])}_{dice.choice(WORDS['code'])}_{dice.randint(1, 99)}"
    form = dice.choice(CHINESE["form"] if topic.chinese else WORDS["form"])
    return f"{topic.folder} {dice.choice(topic.words)} {form} {dice.randint(1, 99)}"


class DocumentHabits:
    """Which document an app shows next, by project and by what was in front before."""

    def __init__(self, person: Person) -> None:
        self._seed = person.seed
        self._next: dict[tuple[str, str], tuple[int, ...]] = {}
        self._sums = {count: zipf(count, _SLOPE) for count in range(1, 12)}

    def has(self, app: str) -> bool:
        """Return whether the app's documents belong to projects."""
        return app in _FILES

    def next(
        self, project: Project, app: str, day: int, before: SampleDocument | None, dice: Random
    ) -> SampleDocument | None:
        """Return the document, None for one that was never there before and lies in no project."""
        there = project.there(app, day)
        if not there or dice.random() < NEVER_SEEN:
            return None
        if before is not None and dice.random() < _HABIT:
            return there[dice.choice(self._successors(before, app)) % len(there)]
        return there[pick(self._sums[len(there)], dice)]

    def _successors(self, before: SampleDocument, app: str) -> tuple[int, ...]:
        key = before.name, app
        if key not in self._next:
            order = Random(f"{self._seed} after {before.name} {app}")  # noqa: S311
            self._next[key] = tuple(order.randrange(60) for _ in range(_SUCCESSORS))
        return self._next[key]


def choose_project(person: Person, day: date, dice: Random) -> Project | None:
    """Return the project of a stretch of work, mostly the one at hand; None where none runs."""
    running = projects_of(person, day)
    return running[pick(zipf(len(running), _PROJECT_SLOPE), dice)] if running else None
