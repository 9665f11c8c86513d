"""What a person wants erased, what that comes to, and the proof that it is gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from engine.domain.errors import UsageError

SHORTEST_TEXT = 2
"""A text of fewer characters stands in nearly everything, so it is only ever compared whole."""


class Erasable(StrEnum):
    """The kinds of things an erase takes away, in the order they are told."""

    ACTIVITIES = "activities"  # recorded time
    CORRECTIONS = "corrections"  # what the person said of recorded time, undone ones included
    TITLES = "titles"  # of windows, and sites and names of files
    DOCUMENTS = "documents"  # of the index, with text, words and vectors
    LEARNING = "learning"  # items and cards made of such a document
    BLOCKS = "blocks"  # planned time, and the journal that takes changes of the plan back
    SESSIONS = "sessions"  # focus sessions, their nudges, and ratings
    DIALOGUES = "dialogues"  # questions and answers
    ADVICE = "advice"  # offers, what was said of them, forecasts
    FINDINGS = "findings"  # topics, routines, letters
    SHARED = "shared"  # figures made to be given away; files that were given away cannot be reached
    NOTIFICATIONS = "notifications"
    IMPORTS = "imports"  # names of imported files of which nothing is left
    MODELS = "models"  # trainings; the models are made anew from what is left
    OTHERS = "others"  # everything else, where everything goes


@dataclass(frozen=True, slots=True)
class EraseChoice:
    """What is to be erased: what matches everything that is named; None leaves a facet open.

    start_ms, end_ms: UTC milliseconds, end excluded. app: name, without regard to case. title: the whole window title;
    title_with: a part of it, without regard to case. site: a host with all below it, or a host with a path.
    document: a path, or a file's name. everything: alone, all there is but the settings.
    """

    start_ms: int | None = None
    end_ms: int | None = None
    app: str | None = None
    title: str | None = field(repr=False, default=None)
    site: str | None = field(repr=False, default=None)
    document: str | None = field(repr=False, default=None)
    everything: bool = False
    title_with: str | None = field(repr=False, default=None)

    def __post_init__(self) -> None:
        texts = (self.app, self.title, self.site, self.document, self.title_with)
        facets = (self.start_ms, self.end_ms, *texts)
        if self.everything == any(one is not None for one in facets):
            if self.everything:
                raise UsageError("“Everything” cannot be narrowed. Leave it out, or leave out the rest.")
            raise UsageError("Say what is to be erased: a time, an app, a title, a site, a document or everything.")
        if any(one is not None and not one.strip() for one in texts):
            raise UsageError("An empty name would match nothing. Write the app, title, site or document after it.")
        if self.title_with is not None and len(self.title_with.strip()) < SHORTEST_TEXT:
            raise UsageError("A part of a title needs at least two characters; fewer would match nearly everything.")
        if self.start_ms is not None and self.end_ms is not None and self.end_ms <= self.start_ms:
            raise UsageError("The time to erase ends before it begins. Name a later end.")

    @property
    def timed(self) -> bool:
        """Whether a time is named."""
        return self.start_ms is not None or self.end_ms is not None

    @property
    def named(self) -> bool:
        """Whether an app, title, site or document is named."""
        return any(one is not None for one in (self.app, self.title, self.title_with, self.site, self.document))

    @property
    def texts(self) -> tuple[str, ...]:
        """What must stand nowhere afterwards: the titles, sites and documents named, not the app."""
        return tuple(one for one in (self.title, self.title_with, self.site, self.document) if one is not None)


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What an erase would take, or took. counts: rows by kind, without those of which there are none.

    length_ms: recorded time. first_ms, last_ms: from when to when it was, None where there is none. backups: copies
    that go, too; a fresh one is made. stays: what names it and stays, as it is the person's own word: "rules",
    "goals", "settings", with how often.
    """

    choice: EraseChoice
    counts: tuple[tuple[Erasable, int], ...]
    length_ms: int
    first_ms: int | None = None
    last_ms: int | None = None
    backups: int = 0
    stays: tuple[tuple[str, int], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to erase."""
        return not self.counts

    def of(self, kind: Erasable) -> int:
        """Return how many of a kind."""
        return dict(self.counts).get(kind, 0)


@dataclass(frozen=True, slots=True)
class Searched:
    """One place that was searched: a file below the profile's folder, or "database: TABLE.COLUMN".

    amount: bytes of a file, rows of a table. hits: how often one of the texts stands there.
    """

    place: str
    amount: int
    hits: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Where the texts were looked for; nothing is left where there are no hits."""

    places: tuple[Searched, ...]
    seconds: float

    @property
    def hits(self) -> int:
        """How often the texts were found."""
        return sum(one.hits for one in self.places)

    @property
    def found(self) -> tuple[Searched, ...]:
        """The places with hits."""
        return tuple(one for one in self.places if one.hits)


@dataclass(frozen=True, slots=True)
class Erased:
    """An erase that is done. took: what went. seconds: until the last trace was gone.

    troubles: what could not be done yet and is done at the next start. proof: None where none was asked for.
    """

    took: ErasePreview
    seconds: float
    troubles: tuple[str, ...] = ()
    proof: Proof | None = None
