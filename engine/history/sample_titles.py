"""What the made-up person's windows say: documents they return to, and now and then a new one."""

from __future__ import annotations

from bisect import bisect
from itertools import accumulate
from random import Random

from engine.history.sample_words import CHINESE, WORDS, SampleApp

NEVER_SEEN = 0.11  # the share of looks that fall on a document not opened before, as measured on real people
_SLOPE = 1.1
_CHINESE = 0.15
_KNOWN = 20  # apps with fewer documents (chats, meetings) open no new ones
_DIRECT = 0.4


def zipf(count: int, slope: float) -> list[float]:
    """Return running sums of 1/n**slope, to pick by."""
    return list(accumulate(1 / (rank + 1) ** slope for rank in range(count)))


def pick(sums: list[float], dice: Random) -> int:
    """Return a position, the first the likeliest."""
    return min(bisect(sums, dice.random() * sums[-1]), len(sums) - 1)


class Titles:
    """Titles of one app; the documents are the person's (one seed), the choice is the moment's."""

    def __init__(self, app: SampleApp, person: Random) -> None:
        self._app = app
        self._documents = [self.new(person) for _ in range(app.documents)]
        self._sums = zipf(app.documents, _SLOPE)

    def one(self, dice: Random) -> str:
        """Return what the window's title is now."""
        if self._app.documents > _KNOWN and dice.random() < NEVER_SEEN:
            return self.new(dice)
        return self._documents[pick(self._sums, dice)]

    def new(self, dice: Random) -> str:
        """Return the title of a document that hardly was there before."""
        return self.of(_document(self._app.kind, dice))

    def of(self, document: str, folder: str = "atlas") -> str:
        """Return what the title is while the app shows a document of this name."""
        return self._app.pattern.format(document, folder=folder)


def _document(kind: str, dice: Random) -> str:
    chinese = dice.random() < _CHINESE

    def word(family: str) -> str:
        return dice.choice(CHINESE[family] if chinese and family in CHINESE else WORDS[family])

    number = dice.randint(1, 999)
    forms = {
        "code": lambda: f"{word('code')}_{word('code')}.{word('ending')}",
        "page": lambda: f"{word('topic').capitalize()} {word('form')} {number} - {word('site')}",
        "leisure": lambda: f"{word('topic').capitalize()} {word('form')} {number} - {word('idle_site')}",
        "mail": lambda: f"{word('topic').capitalize()}: {word('form')} ({word('person')})",
        "talk": lambda: f"{word('person')} (direct)" if dice.random() < _DIRECT else f"#{word('channel')}",
        "paper": lambda: f"{word('topic')} {word('form')} {number % 40}.odt",
        "sheet": lambda: f"{word('topic')} {word('form')} {number % 40}.csv",
        "print": lambda: f"{word('topic')} {word('form')} {number % 40}.pdf",
        "note": lambda: f"{word('topic')} {word('form')} {number % 40}",
        "shell": lambda: f"{word('command')} {word('code')}",
        "meeting": lambda: word("meeting"),
        "folder": lambda: word("folder"),
        "music": lambda: f"{word('person')} - {word('music')}",
        "chat": lambda: word("person"),
    }
    return forms[kind]()
