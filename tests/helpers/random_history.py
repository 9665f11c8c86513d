"""A history made by dice, as steps: recording, imports, corrections, undo and redo, rules; all on whole minutes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.categories import Category, Facet
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.rules import All, Expression, Field, How, Not, Rule, Test
from engine.domain.stretches import UNCHANGED, LabelOverride

MINUTE_MS = 60_000
START_MS = 1_772_287_200_000  # 2026-02-28 14:00 UTC: hours, a day and a month end inside
MINUTES = 900
END_MS = START_MS + MINUTES * MINUTE_MS

CATEGORIES = (
    Category(1, "Work"),
    Category(2, "Coding", 1),
    Category(3, "Tests", 2),
    Category(4, "Private"),
)
_APPS = ("code", "mail", "player", "")
_TITLES = ("plan.py", "test plan", "Inbox", "song", "")
_SITES = ("", "", "example.org", "example.org/plan")
_DOCUMENTS = ("", "", "/home/a/plan.txt")


@dataclass(frozen=True)
class Record:
    """The recorder saw this."""

    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class Import:
    """A file brought this; name is its source and its batch."""

    name: str
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class Forget:
    """An import is taken back."""

    name: str


@dataclass(frozen=True)
class Act:
    """The person corrects, all at once."""

    corrections: tuple[Correction, ...]


@dataclass(frozen=True)
class Undo:
    """The last correction is taken back."""


@dataclass(frozen=True)
class Redo:
    """It is made again."""


@dataclass(frozen=True)
class Rules:
    """The rules are these now."""

    rules: tuple[Rule, ...]


Step = Record | Import | Forget | Act | Undo | Redo | Rules


class Dice:
    """Throws one history."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._imports: list[str] = []
        self._recorded = 0

    def steps(self) -> list[Step]:
        """Return the steps of a history: some of everything, in any order."""
        return [Rules(self._rules()), *(self._step() for _ in range(self.random.randint(6, 14)))]

    def _step(self) -> Step:
        kind = self.random.choice("record record import forget act act act undo redo rules".split())
        if kind == "record":
            first = self._recorded
            self._recorded = min(MINUTES, first + self.random.randint(60, 300))
            return Record(self._activities("recorder", first, self._recorded))
        if kind == "import":
            name = f"import {len(self._imports)}"
            self._imports.append(name)
            first = self.random.randrange(MINUTES - 60)
            return Import(name, self._activities(name, first, min(MINUTES, first + self.random.randint(30, 400))))
        if kind == "forget" and self._imports:
            return Forget(self._imports.pop(self.random.randrange(len(self._imports))))
        if kind == "rules":
            return Rules(self._rules())
        simple: dict[str, Step] = {"undo": Undo(), "redo": Redo()}
        return simple.get(kind) or Act(tuple(self._correction() for _ in range(self.random.randint(1, 3))))

    def _activities(self, source: str, first: int, last: int) -> tuple[Activity, ...]:
        """Return activities of one source one after the other, with holes."""
        made: list[Activity] = []
        at = first
        while at < last:
            end = min(last, at + self.random.choice((1, 2, 5, 20, 75)))
            if self.random.random() > 0.15:
                span = self._span(at, end)
                made.append(Activity(span.start_ms, span.end_ms, self._look(), self._zone(), source))
            at = end
        return tuple(made)

    def _span(self, first: int, last: int) -> Interval:
        return Interval(START_MS + first * MINUTE_MS, START_MS + last * MINUTE_MS)

    def _zone(self) -> str:
        return self.random.choice(("UTC", "Asia/Shanghai"))

    def _look(self) -> Observed:
        roll = self.random.random()
        if roll < 0.2:
            return Observed(self.random.choice((Presence.IDLE, Presence.LOCKED, Presence.SUSPENDED)))
        if roll < 0.27:
            return Observed(Presence.ACTIVE, withheld=self.random.choice((Withheld.PRIVATE, Withheld.EXCLUDED)))
        app, title, site, document = (self.random.choice(words) for words in (_APPS, _TITLES, _SITES, _DOCUMENTS))
        if not app:
            title = site = document = ""
        return Observed(Presence.ACTIVE, app, title, "/bin/" + app if app else "", "test", site, document)

    def _correction(self) -> Correction:
        kind = self.random.choice(list(CorrectionKind))
        first = self.random.randrange(MINUTES - 1)
        span = self._span(first, min(MINUTES, first + self.random.choice((1, 7, 60, 200))))
        app = title = None
        if kind is CorrectionKind.ADD:
            app, title = self.random.choice(("offline", "code")), self.random.choice((None, "lunch", "plan.py"))
        elif kind is CorrectionKind.RETITLE:
            app, title = self.random.choice((None, "code", "word")), self.random.choice((None, "plan.py", "better"))
        labelled = kind in {CorrectionKind.ADD, CorrectionKind.RELABEL}
        return Correction(kind, span, END_MS, app, title, self._labels() if labelled else UNCHANGED, self._zone())

    def _labels(self) -> LabelOverride:
        pick = self.random.choice
        return LabelOverride(pick((None, None, 0, 1, 3, 4)), pick((None, "", "garden")), pick((None, "", "urgent")))

    def _rules(self) -> tuple[Rule, ...]:
        return tuple(self._rule(place) for place in range(self.random.randint(0, 6)))

    def _rule(self, place: int) -> Rule:
        facet = self.random.choice((Facet.CATEGORY, Facet.CATEGORY, Facet.PROJECT, Facet.TAG))
        names = {Facet.PROJECT: ("garden", "house"), Facet.TAG: ("urgent", "slow")}
        target = self.random.choice([one.id for one in CATEGORIES]) if facet is Facet.CATEGORY else None
        return Rule(
            None,
            facet,
            target if target is not None else self.random.choice(names[facet]),
            self._expression(),
            enabled=self.random.random() > 0.1,
            position=place,
        )

    def _expression(self) -> Expression:
        roll = self.random.random()
        if roll < 0.12:
            return All((self._test(), Not(self._test())))
        return self._test()

    def _test(self) -> Test:
        field, words = self.random.choice(
            ((Field.APP, _APPS), (Field.TITLE, _TITLES), (Field.SITE, _SITES), (Field.DOCUMENT, _DOCUMENTS))
        )
        word = self.random.choice([word for word in words if word])
        how = self.random.choice((How.EQUALS, How.CONTAINS, How.GLOB, How.REGEX))
        text = {How.GLOB: word[:2] + "*", How.CONTAINS: word[1:4]}.get(how, word)
        return Test(field, how, text)
