"""Keeps the looks of the history matched to the indexed documents: new looks at once, old ones when names change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from engine.documents.use.match import DocumentNames, Match
from engine.domain.documents import MatchedBy
from engine.domain.look import Look
from engine.storage.document_uses import DocumentUseStore, LookMatch
from engine.storage.documents import DocumentStore
from engine.storage.shown_documents import ShownDocuments

_AT_ONCE = 2_000

_Key = TypeVar("_Key")


class UseMatching:
    """Matches looks to documents; what a person said stays, and what was matched once stays matched.

    So a document that is renamed keeps what was read under its old name, as long as settle was called before the new
    name was stored. home: the folder that "~" in a title stands for.
    """

    def __init__(
        self,
        uses: DocumentUseStore,
        shown: ShownDocuments,
        documents: DocumentStore,
        home: Path | None = None,
    ) -> None:
        self._uses = uses
        self._shown = shown
        self._documents = documents
        self._home = str(home or Path.home())
        self._version: int | None = None
        self._names = DocumentNames(())
        self._last_used = _Lazily(uses.last_used)
        self._former = _Lazily(shown.former_paths)

    def settle(self) -> int:
        """Match every look that is new, and where names changed since the last call those without a document, too.

        Returns how many looks found their document. Cheap where nothing changed; call it before renames are stored,
        and after documents were.
        """
        self._last_used.forget()
        self._former.forget()
        renamed = self._load_names()
        if not len(self._names):
            return 0
        found, last = self._match_again() if renamed else 0, 0
        while (looks := self._uses.unmatched(_AT_ONCE)) and looks[-1].id != last:
            matches = [_as_stored(look, self._names.match(look)) for look in looks]
            self._uses.match(matches)  # leaves out those whose document is gone since: they wait for the next time
            found += sum(one.document_id is not None for one in matches)
            last = looks[-1].id
        return found

    def _load_names(self) -> bool:
        """Load what documents are called; return whether that is other than when this process looked before.

        A process that begins takes it that the last one ended well: to ask all looks again takes it seconds.
        """
        names = list(self._documents.names())
        before, self._version = self._version, hash(tuple(names))
        if before == self._version:
            return False
        self._names = DocumentNames(
            names, home=self._home, resolve=_without_links, last_used=self._last_used, former=self._former
        )
        return before is not None

    def _match_again(self) -> int:
        better = [
            _as_stored(look, match)
            for look in self._shown.without_document()
            if (match := self._names.match(look)) is not None
        ]
        for at in range(0, len(better), _AT_ONCE):
            self._uses.match(better[at : at + _AT_ONCE])
        return len(better)


def _without_links(path: str) -> str:
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):  # not to be reached, or links in a circle
        return path


class _Lazily(Mapping[_Key, int]):
    """Something of the history, read only once it is asked for."""

    def __init__(self, read: Callable[[], dict[_Key, int]]) -> None:
        self._read = read
        self._known: dict[_Key, int] | None = None

    def forget(self) -> None:
        """Read anew when asked next."""
        self._known = None

    def _all(self) -> dict[_Key, int]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def __getitem__(self, key: _Key) -> int:
        return self._all()[key]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def _as_stored(look: Look, match: Match | None) -> LookMatch:
    if match is None:
        return LookMatch(look.id, None, 0.0, MatchedBy.TITLE)
    return LookMatch(look.id, match.document_id, match.confidence, match.said_by)
