"""What went wrong in our own code, without the errors' own words: those could hold a title or a document's text."""

from __future__ import annotations

from collections.abc import Iterator
from traceback import format_tb
from types import TracebackType

_MOST = 8  # errors behind errors


def wordless(error: BaseException | None, trace: TracebackType | None = None) -> str:
    """Return where and by which kinds of errors it went wrong, the first one first; trace: where error has none."""
    parts = [
        "".join(format_tb(one.__traceback__ or (trace if one is error else None))) + type(one).__name__
        for one in _chain(error)
    ]
    return "\nthen\n".join(reversed(parts))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen and len(seen) < _MOST:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
