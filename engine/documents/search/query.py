"""The language of questions: words, "phrases", -not, type: in: after: before: used:."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.documents.naming import whole_path
from engine.documents.search.dates import stretch, takes_two_words
from engine.domain.calendar import Calendar
from engine.domain.documents import DocumentKind, SearchFilters
from engine.domain.errors import UsageError
from engine.domain.word_tokens import WordTerm, phrase, terms

LONGEST = 2_000
"""Characters of a question at most; what a person pastes by mistake is not searched for."""

_PART = re.compile(
    r"""(?P<minus>-(?=[^\s-]))?
    (?:(?P<name>(?i:type|in|after|before|used)|类型|位于|晚于|早于|用于)[:\uff1a](?P<value>[“"][^"“”]*["”]|[^\s"“”]\S*|)
    |[“"](?P<phrase>[^"“”]*)["”]
    |(?P<word>[^\s"“”]+))""",
    re.VERBOSE,
)
_NAMES = {"类型": "type", "位于": "in", "晚于": "after", "早于": "before", "用于": "used"}
_KINDS = {
    "htm": DocumentKind.HTML, "md": DocumentKind.MARKDOWN, "txt": DocumentKind.TEXT, "source": DocumentKind.CODE,
    "mail": DocumentKind.EMAIL, "eml": DocumentKind.EMAIL, "word": DocumentKind.DOCX, "excel": DocumentKind.XLSX,
    "powerpoint": DocumentKind.PPTX, "slides": DocumentKind.PPTX, "book": DocumentKind.EPUB,
    "ipynb": DocumentKind.NOTEBOOK, "srt": DocumentKind.SUBTITLES, "rss": DocumentKind.FEED, "opml": DocumentKind.FEED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood.

    text: the words and phrases as they were written, for the encoder. wanted: what may be found, by weight. phrases:
    all of these must be found. unwanted: none of these may be.
    """

    text: str = field(repr=False)
    wanted: tuple[WordTerm, ...] = field(default=(), repr=False)
    phrases: tuple[WordTerm, ...] = field(default=(), repr=False)
    unwanted: tuple[WordTerm, ...] = field(default=(), repr=False)
    filters: SearchFilters = field(default_factory=SearchFilters)

    @property
    def narrowed(self) -> bool:
        """Whether anything but words restricts what may be found."""
        return bool(self.phrases or self.unwanted) or self.filters != SearchFilters()


def understand(question: str, calendar: Calendar, folders: Sequence[str] = (), *, typing: bool = False) -> Query:
    """Return the question understood; UsageError says what is wrong with it and what to write instead.

    folders: the paths of the indexed folders, which in: names by their last part or by a folder below. typing: the
    last word may be unfinished.
    """
    question = question[:LONGEST]
    if len(re.findall('[“"”]', question)) % 2:
        raise UsageError('A quotation mark is open. Close it, as in "annual report", or leave it out.')
    reading = _Reading(calendar, folders)
    parts = list(_PART.finditer(question))
    at = 0
    while at < len(parts):
        at += reading.take(parts[at], parts[at + 1] if at + 1 < len(parts) else None)
    return reading.query(typing=typing and not question[-1:].isspace())


def names_place(question: str) -> bool:
    """Whether in: stands in the question, in either language and with either colon, so that folders are needed."""
    return any(_filter_name(part) == "in" for part in _PART.finditer(question[:LONGEST]))


def _filter_name(part: re.Match[str]) -> str:
    name = (part["name"] or "").casefold()
    return _NAMES.get(name, name)


class _Reading:
    """What was read of a question so far."""

    def __init__(self, calendar: Calendar, folders: Sequence[str]) -> None:
        self._calendar, self._folders = calendar, folders
        self._said: list[str] = []
        self._phrases: list[WordTerm] = []
        self._unwanted: list[WordTerm] = []
        self._filters = SearchFilters()
        self._ends_in_word = False

    def take(self, part: re.Match[str], following: re.Match[str] | None) -> int:
        """Take in a part of the question; return how many parts that were: the date of a filter may be two."""
        self._ends_in_word = False
        if part["name"]:
            return self._take_filter(part, following)
        text = part["phrase"] if part["phrase"] is not None else part["word"]
        whole = phrase(text)
        if whole is None:
            return 1
        if part["minus"]:
            self._unwanted.append(whole)
            return 1
        self._said.append(text)
        if part["phrase"] is not None:
            self._phrases.append(whole)
        else:
            self._ends_in_word = True
        return 1

    def query(self, *, typing: bool) -> Query:
        """Return what the question is; UsageError where there is nothing to look for."""
        text = " ".join(self._said)
        wanted = terms(text, typing=typing and self._ends_in_word) if text else ()
        if not wanted:
            raise UsageError("Say at least one word to look for; filters and what is left out come beside it.")
        return Query(text, wanted, tuple(self._phrases), tuple(self._unwanted), self._filters)

    def _take_filter(self, part: re.Match[str], following: re.Match[str] | None) -> int:
        name = _filter_name(part)
        if part["minus"]:
            raise UsageError(f"{name}: cannot be turned round. Leave the - out.")
        value = part["value"]
        value = (value[1:-1] if value.startswith(("“", '"')) else value).strip()
        taken = 1
        dated = name in {"after", "before", "used"}
        if dated and following is not None and following["word"] and takes_two_words(value, following["word"]):
            value, taken = f"{value} {following['word']}", 2
        if not value:
            raise UsageError(f"Say what to compare with right behind {name}: as in {_EXAMPLES[name]}.")
        self._narrow(name, value)
        return taken

    def _narrow(self, name: str, value: str) -> None:
        filters = self._filters
        if name == "type":
            filters = replace(filters, kinds=filters.kinds | {_kind(one) for one in value.split(",")})
        elif name == "in":
            filters = replace(filters, folders=(*filters.folders, *_places(value, self._folders)))
        else:
            span = stretch(value, self._calendar)
            if name == "after":
                filters = replace(filters, after_ms=_later(filters.after_ms, span.start_ms))
            elif name == "before":
                filters = replace(filters, before_ms=_earlier(filters.before_ms, span.start_ms))
            else:
                filters = replace(filters, used_after_ms=_later(filters.used_after_ms, span.start_ms))
                filters = replace(filters, used_before_ms=_earlier(filters.used_before_ms, span.end_ms))
        self._filters = filters


_EXAMPLES = {
    "type": "type:pdf", "in": 'in:papers or in:"/home/me/my papers"', "after": "after:2026-01",
    "before": "before:2026-01-31", "used": "used:yesterday",
}  # fmt: skip


def _kind(name: str) -> DocumentKind:
    name = name.strip().strip(".").casefold()
    try:
        return _KINDS.get(name) or DocumentKind(name)
    except ValueError as cause:
        raise UsageError(f"“{name}” is no kind of document. There are {', '.join(DocumentKind)}.") from cause


def _places(value: str, folders: Sequence[str]) -> list[str]:
    """Return the paths a folder's name may mean: as written, an indexed folder called so, or one below it."""
    path = Path(value)
    if path.is_absolute() or value.startswith("~"):
        return [str(whole_path(value))]
    parts = path.parts
    named = [str(root) for root in map(Path, folders) if _folded(root.parts[-len(parts) :]) == _folded(parts)]
    below = [str(Path(root) / path) for root in folders]
    if not named + below:
        raise UsageError(f"“{value}” is in no indexed folder. Write the whole path, or add its folder first.")
    return named + below


def _folded(parts: Sequence[str]) -> list[str]:
    return [part.casefold() for part in parts]


def _later(one: int | None, other: int) -> int:
    return other if one is None else max(one, other)


def _earlier(one: int | None, other: int) -> int:
    return other if one is None else min(one, other)
