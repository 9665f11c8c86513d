"""A handful of documents worth reading now, each summed up in its own sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_ITEMS = 5
"""A digest never has more: it is against overload."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document nobody had in front yet, or an entry of a feed that was not opened yet.

    words: how often each stands in title and text. minutes: to read it. feed: what the feed is called, "" for a
    document; place: how far down in it the entry stands, new ones come first; mark: tells it from the feed's others.
    """

    id: int
    path: str = field(repr=False)
    title: str = field(repr=False)
    added_ms: int
    minutes: int
    words: Mapping[str, int] = field(repr=False)
    feed: str = field(default="", repr=False)
    place: int = 0
    mark: int = 0


@dataclass(frozen=True, slots=True)
class ReadLately:
    """Something that was read lately. minutes: how long; id: the document's number, 0 for a topic."""

    id: int
    title: str = field(repr=False)
    minutes: float
    words: Mapping[str, int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """An unread document and what speaks for it, each part from 0 to 1.

    near: the title read lately that it is most like, "" for none; shared: words the two share, the most telling first.
    """

    document: Unread
    score: float
    interest: float
    novelty: float
    fit: float
    near: str = field(default="", repr=False)
    shared: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One document to read. offer: the number feedback names. summary: sentences of the text itself, in its order.

    fits: whether it can be read before the next planned time; None where nothing is planned soon.
    """

    offer: int
    chosen: Chosen
    summary: tuple[str, ...] = field(repr=False)
    fits: bool | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """What is worth reading at a moment. free_minutes: until the next planned time, None where none is near.

    unread: how many documents and entries of feeds there were to choose from. held: how many are left out because
    the person wants less of them or of what they are like.
    """

    made_ms: int
    items: tuple[DigestItem, ...]
    free_minutes: int | None
    unread: int
    held: int = 0
