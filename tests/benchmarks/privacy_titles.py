"""What the privacy filter costs: titles of every kind, one megabyte and ordinary, median of some runs.

Run as a script: prints milliseconds. The limit is 5 ms for a title of one megabyte.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import thread_time

from engine.domain.activity import Window
from engine.settings import PrivacySettings, TrackingSettings
from engine.tracking.privacy.filter import PrivacyFilter
from engine.tracking.privacy.titles import clean_title

MEGABYTE = 1 << 20
KINDS = {
    "ascii": "a",
    "latin": "é",
    "chinese": "中",
    "emoji family": "👨\u200d👩\u200d👧",
    "marks": "\u0301\u0316",
    "lone surrogates": "\ud800",
    "controls": "\x00\x1b",
    "bidi": "\u202e\u2066",
    "spinners": "⠋ ",
    "spaces": " ",
}


def megabyte_of(piece: str) -> str:
    """Return a megabyte (in UTF-8) of the piece."""
    return piece * (MEGABYTE // len(piece.encode("utf-8", "surrogatepass")))


def cleaning_ms(title: str, runs: int = 9) -> float:
    """Return the median milliseconds of processor time for cleaning the title."""
    return median(_timed(lambda: clean_title(title)) for _ in range(runs))


def admitting_ms(title: str, runs: int = 9) -> float:
    """Return the median milliseconds of processor time of the whole filter, an app and ten title patterns excluded."""
    privacy = PrivacySettings(("keepassxc",), tuple(f"secret{number}|geheim{number}" for number in range(10)))
    watching = PrivacyFilter(TrackingSettings(), privacy)
    watching.admit(Window("firefox", "warm"))
    return median(_timed(lambda: watching.admit(Window("firefox", title))) for _ in range(runs))


def _timed(call: Callable[[], object]) -> float:
    start = thread_time()
    call()
    return (thread_time() - start) * 1_000


def main() -> None:
    """Print the table."""
    print(f"{'one megabyte of':<18}{'cleaning, ms':>14}{'whole filter, ms':>18}")
    for name, piece in KINDS.items():
        title = megabyte_of(piece)
        print(f"{name:<18}{cleaning_ms(title):>14.2f}{admitting_ms(title):>18.2f}")
    ordinary = "Quarterly report — Übersicht 2026 – LibreOffice Calc"
    print(f"{'an ordinary title':<18}{cleaning_ms(ordinary):>14.3f}{admitting_ms(ordinary):>18.3f}")


if __name__ == "__main__":
    main()
