"""Simulated people: the demo's made-up person of any seed as the models read them, with the truth beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.documents.use.match import DocumentNames
from engine.domain.activity import Activity
from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.clock import Instant
from engine.domain.days import DayRule, day_of, day_start_ms
from engine.domain.intervals import Interval
from engine.domain.look import Look
from engine.domain.presence import Presence
from engine.domain.rules import Rule
from engine.domain.stream_row import StreamRow
from engine.history.rules.pack_reading import read_pack
from engine.history.rules.rule_set import RuleSet
from engine.history.sample_days import hidden_truth, planned_days, sample_days
from engine.history.sample_files import SampleFile, begun_ms, sample_files
from engine.history.sample_person import Person
from engine.history.sample_rhythm import HiddenSlot
from engine.history.sites import site_of
from engine.mind.recommend.facts import DocumentFacts
from engine.mind.recommend.words import with_words
from engine.mind.stream.build import stream_of
from engine.mind.stream.columns import Stream
from engine.paths import resource

ZONE = "Europe/Berlin"
RULE = DayRule(ZONE)
NOW = Instant(1_795_203_000_000, 0, 0, ZONE)  # Friday, 2026-11-20, 20:30 in Berlin
LAST_DAY = day_of(NOW.wall_ms, RULE)


@dataclass(frozen=True, slots=True)
class Simulated:
    """One made-up person's last days. truth: of all slots, in order. meetings: when they met, planned beforehand."""

    seed: int
    stream: Stream = field(repr=False)
    truth: tuple[HiddenSlot, ...] = field(repr=False)
    meetings: tuple[Interval, ...] = field(repr=False)
    documents: DocumentFacts = field(repr=False)

    def chances(self, start_s: NDArray[np.float64], *, usual: bool = False) -> NDArray[np.float64]:
        """Return how likely each slot was to be a focused one, had the person worked on what they mostly do.

        usual: by their rhythm alone, which can be learned, without what those very days brought, which cannot.
        """
        known = {slot.start_ms // 1_000: slot.usual if usual else slot.chance for slot in self.truth}
        return np.array([known.get(int(start), 0.0) for start in start_s], dtype=np.float64)


@lru_cache(maxsize=4)
def simulated(seed: int, days: int, new_job: date | None = None) -> Simulated:
    """Return the person of a seed, for so many days up to LAST_DAY."""
    files = sample_files(Person(seed, new_job), LAST_DAY - timedelta(days=days - 1), LAST_DAY)
    labels = _Labels(files)
    rows = [labels.row(one) for one in sample_days(days, seed, NOW, new_job=new_job)]
    spans = planned_days(days, seed, NOW, new_job=new_job)
    meetings = tuple(one.interval for one in spans if one.work == "meet")
    truth = tuple(hidden_truth(days, seed, NOW, new_job=new_job))
    return Simulated(seed, stream_of(rows, labels.weights, RULE), truth, meetings, _facts(files))


def midnight_s(day: date) -> float:
    """Return when a day begins, Unix seconds."""
    return day_start_ms(day, RULE) / 1_000


class _Labels:
    """Says of which category and document a look is, as the product would: by the rules to begin with, by titles."""

    def __init__(self, files: Iterable[SampleFile]) -> None:
        self._names = DocumentNames(_numbered(files))
        tree, self._rules = _starter()
        self.weights = {one.id: tree.weight(one.id) for one in tree.in_order()}
        self._known: dict[tuple[str, str], tuple[int, int]] = {}

    def row(self, one: Activity) -> StreamRow:
        """Return an activity as models read it."""
        what = one.what
        category, document = (0, 0) if what.presence is not Presence.ACTIVE else self._look(what.app, what.title)
        return StreamRow(one.start_ms, one.end_ms, one.zone, what.presence, what.app, what.title, category, document)

    def _look(self, app: str, title: str) -> tuple[int, int]:
        if (app, title) not in self._known:
            look = Look(0, app, title, site_of(app, title))
            found = self._names.match(look)
            number = found.document_id if found is not None else 0
            self._known[app, title] = self._rules.label(look).category_id or 0, number
        return self._known[app, title]


@lru_cache(maxsize=1)
def _starter() -> tuple[CategoryTree, RuleSet]:
    pack = read_pack(resource("rules/starter_en.toml").read_text(encoding="utf-8"))
    ids = {one.path: number for number, one in enumerate(pack.categories, 1)}
    tree = CategoryTree(
        Category(ids[one.path], one.path[-1], ids.get(one.path[:-1]), one.colour, one.weight) for one in pack.categories
    )
    rules = [Rule(n, Facet.CATEGORY, ids[one.target], one.match, position=n) for n, one in enumerate(pack.rules, 1)]
    return tree, RuleSet(rules, tree)


def _numbered(files: Iterable[SampleFile]) -> Iterator[tuple[int, str, str]]:
    return ((number, _path(file), file.title) for number, file in enumerate(files, 1))


def _path(file: SampleFile) -> str:
    return f"/documents/{file.folder}/{file.name}"


def _facts(files: list[SampleFile]) -> DocumentFacts:
    return with_words(
        DocumentFacts(
            np.arange(1, len(files) + 1),
            tuple(map(_path, files)),
            tuple(file.title for file in files),
            np.array([begun_ms(file, NOW.wall_ms) / 1_000 for file in files], dtype=np.float64),
        )
    )
