"""A made-up person's stores, kept in lists, and an adviser among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from engine.domain.advice_sources import DocumentFact, Meant
from engine.domain.clock import Instant
from engine.domain.days import DayRule
from engine.domain.offers import Offered, Said, Shown
from engine.domain.presence import Presence
from engine.domain.recommended import Kind, Verdict
from engine.domain.stream_row import StreamMark, StreamRow
from engine.mind.advise.adviser import Adviser, Sources
from engine.mind.advise.models import Models
from engine.mind.bandit.choose import Bandit
from engine.mind.stream.live import LiveStream

HOUR, DAY = 3_600.0, 86_400.0
MONDAY = 20_003 * DAY  # 2024-10-07, 00:00 UTC
DEEP, MAIL, PLAY = 1, 2, 3
WEIGHTS = {DEEP: 2.0, MAIL: 0.0, PLAY: -2.0}


@dataclass
class OffersInMemory:
    """Offers in a list; gone: documents nothing can be stored of."""

    shown: list[Shown] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)

    def add(self, offered: Iterable[Offered]) -> list[int]:
        numbers = []
        for one in offered:
            number = 0 if one.document_id in self.gone else len(self.shown) + 1
            if number:
                offer = replace(one.offer, id=number)
                self.shown.append(Shown(replace(one, offer=offer, shown_ms=one.offer.made_ms)))
            numbers.append(number)
        return numbers

    def history(self, since_ms: int, kind: Kind | None = None) -> list[Shown]:
        return [one for one in self.shown if one.offered.offer.made_ms >= since_ms and kind in {None, one.offered.kind}]

    def get(self, number: int) -> Offered | None:
        return self.shown[number - 1].offered if 0 < number <= len(self.shown) else None

    def answers_mark(self, upto: int) -> tuple[Said, ...]:
        return tuple(said for one in self.shown if one.offered.offer.id <= upto for said in one.said)

    def clear(self) -> None:
        self.shown.clear()

    def say(self, number: int, verdict: Verdict, at_s: float) -> None:
        one = self.shown[number - 1]
        self.shown[number - 1] = Shown(one.offered, (*one.said, Said(number, round(at_s * 1000), verdict)))

    def unsay(self, number: int) -> None:
        self.shown[number - 1] = Shown(self.shown[number - 1].offered)


@dataclass
class DocumentsInMemory:
    """Documents in a list."""

    all: list[DocumentFact] = field(default_factory=list)

    def facts(self) -> Sequence[DocumentFact]:
        return self.all

    def revision(self) -> tuple[int, ...]:
        return (hash(tuple(self.all)),)


@dataclass
class RowsInMemory:
    """A history in a list."""

    all: list[StreamRow] = field(default_factory=list)

    def rows(self, start_ms: int, end_ms: int) -> Sequence[StreamRow]:
        return [
            one._replace(start_ms=max(one.start_ms, start_ms), end_ms=min(one.end_ms, end_ms))
            for one in self.all
            if one.start_ms < end_ms and one.end_ms > start_ms
        ]

    def mark(self, day: int) -> StreamMark:
        end_ms = round(day * DAY * 1000)
        return StreamMark(day, 0, (hash(tuple(one for one in self.all if one.start_ms < end_ms)),))

    def unchanged(self, mark: StreamMark) -> bool:
        return self.mark(mark.day) == mark


@dataclass
class AdvisedPerson:
    """Everything an adviser reads, to be changed at will."""

    rows: RowsInMemory = field(default_factory=RowsInMemory)
    documents: DocumentsInMemory = field(default_factory=DocumentsInMemory)
    offers: OffersInMemory = field(default_factory=OffersInMemory)
    meant: list[Meant] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def adviser(self, models: Callable[[], Models] = Models, bandit: Bandit | None = None) -> Adviser:
        """Return an adviser that has seen nothing yet."""
        stream = LiveStream(self.rows, lambda: WEIGHTS, lambda: DayRule("UTC"))
        there = Sources(
            stream, self.documents, self.offers, lambda _start, _end: self.meant, lambda path: path not in self.lost
        )
        return Adviser(there, models, bandit)


def at(moment_s: float, zone: str = "UTC") -> Instant:
    """Return the moment as a clock tells it."""
    return Instant(round(moment_s * 1000), 0, 0, zone)


def fact(number: int, title: str, added_s: float = 0.0) -> DocumentFact:
    """Return a document of that title."""
    return DocumentFact(number, f"/docs/{number} {title}.txt", title, "text", round(added_s * 1000))


TOPICS = ("budget", "garden", "engine", "thesis", "voyage", "recipe")


def library_of_topics(each: int = 5) -> list[DocumentFact]:
    """Return documents of some topics, numbered from 1 on, none of them new."""
    names = ("plan", "notes", "letter", "table", "review", "draft", "minutes", "outline")
    return [
        fact(1 + at_topic * each + place, f"{topic} {names[place % len(names)]} {place}")
        for at_topic, topic in enumerate(TOPICS)
        for place in range(each)
    ]


_TITLES = tuple(one.title for one in library_of_topics())


def worked_days(days: int, seed: int = 0, documents: int = 30, good: Sequence[int] = (9, 10)) -> list[StreamRow]:
    """Return days of work from MONDAY on, nine to five on workdays; whole good hours are deep, the others broken up.

    Documents come in runs of one topic, five numbers each, mostly one after the other.
    """
    dice = Random(seed)
    rows: list[StreamRow] = []
    document = 1
    for day in (one for one in range(days) if one % 7 < 5):
        for hour in range(9, 17):
            start = MONDAY + day * DAY + hour * HOUR
            if hour == 12:
                rows.append(_row(start, start + HOUR, "", 0, 0, "", Presence.IDLE))
                continue
            deep = hour in good if dice.random() < 0.9 else dice.random() < 0.4
            document = _next_document(document, documents, dice)
            rows += _deep(start, document) if deep else _broken(start, document, dice)
    return rows


def _deep(start: float, document: int) -> list[StreamRow]:
    return [_row(start, start + HOUR - 60, "editor", DEEP, document, _title(document))]


def _broken(start: float, document: int, dice: Random) -> list[StreamRow]:
    rows = []
    moment = start
    while moment < start + HOUR - 120:
        length = dice.choice((40.0, 70.0, 110.0))
        app, category = dice.choice((("mail", MAIL), ("chat", PLAY), ("editor", DEEP)))
        shown = document if app == "editor" else 0
        rows.append(_row(moment, moment + length, app, category, shown, _title(shown) if shown else app))
        moment += length
    return rows


def _next_document(document: int, documents: int, dice: Random) -> int:
    if dice.random() < 0.2:
        return dice.randrange(1, documents + 1)
    first = (document - 1) // 5 * 5 + 1
    return min(documents, first + (document - first + 1) % 5)


def _title(document: int) -> str:
    return f"{_TITLES[document - 1]} - Editor" if document <= len(_TITLES) else f"paper {document}"


def _row(
    start: float, end: float, app: str, category: int, document: int, title: str, presence: Presence = Presence.ACTIVE
) -> StreamRow:
    return StreamRow(round(start * 1000), round(end * 1000), "UTC", presence, app, title, category, document)
