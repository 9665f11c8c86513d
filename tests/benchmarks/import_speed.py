"""What an import costs: events of an ActivityWatch export read, judged and stored per second, and the memory it takes.

python tests/benchmarks/import_speed.py [--events N]
The export is made up: windows, presence and one browser, the newest event first as the servers write it.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.import_room import import_room  # noqa: E402

from engine.domain.imports import ImportRequest  # noqa: E402

T = TypeVar("T")
_LAST = datetime(2025, 11, 1, tzinfo=UTC)
_STEP = timedelta(seconds=20)
_WORDS = (
    "report budget plan review design server client parser index query cache window focus meeting notes draft "
    "invoice travel recipe garden weather market paper thesis chapter model dataset notebook deploy release"
).split()


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="kairos-import-") as folder:
        path = Path(folder) / "aw-buckets-export.json"
        events = _write(path, options.events)
        before = _memory()
        request = ImportRequest(path, zone="Europe/Berlin")
        with import_room(Path(folder)) as room:
            preview, preview_s, _ = _timed(lambda: room.imports.preview(request))
            preview_mb = _memory() - before
            outcome, run_s, cpu_s = _timed(lambda: room.imports.run(request))
            again, again_s, _ = _timed(lambda: room.imports.run(request))
            with path.open("a") as more:
                more.write("\n")  # another file with the same history
            other, other_s, _ = _timed(lambda: room.imports.run(request))
        size = path.stat().st_size
    show(
        f"import of {events:,} ActivityWatch events, {size / 1e6:,.0f} MB; {outcome.added:,} activities stored",
        [
            Figure("imported, events per second", events / run_s, "at least 25,000", "ActivityWatch 3,000-3,700"),
            Figure("the same, per second of CPU", events / cpu_s),
            Figure("preview alone, events per second", events / preview_s),
            Figure("the same file again, seconds", again_s),
            Figure("another file with the same history, seconds", other_s),
            Figure("rows added by these two", again.added + other.added, "0"),
            Figure("largest memory of this process, MB", _memory()),
            Figure("of that by the preview, MB", preview_mb),
            Figure("of that by all, MB", _memory() - before),
        ],
    )
    sys.stdout.write(f"stretches in the preview: {preview.spans:,}\n")


def _timed(call: Callable[[], T]) -> tuple[T, float, float]:
    """Return what the call returns, the seconds it took, and those of CPU."""
    began, cpu = time.perf_counter(), time.process_time()
    found = call()
    return found, time.perf_counter() - began, time.process_time() - cpu


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=200_000)
    return parser.parse_args()


def _write(path: Path, count: int) -> int:
    windows = count * 3 // 4
    with path.open("w", encoding="utf-8") as out:
        out.write('{"buckets": {')
        written = _bucket(out, "aw-watcher-window_desk", "currentwindow", "desk", _windows(windows))
        out.write(",")
        written += _bucket(out, "aw-watcher-web-firefox", "web.tab.current", "unknown", _pages(windows))
        out.write(",")
        written += _bucket(out, "aw-watcher-afk_desk", "afkstatus", "desk", _presence(count - written, windows))
        out.write("}}")
    return written


def _bucket(out: object, name: str, kind: str, host: str, events: Iterator[dict[str, object]]) -> int:
    write = out.write  # type: ignore[attr-defined]
    about = {"id": name, "type": kind, "client": name.partition("_")[0], "hostname": host, "created": str(_LAST)}
    write(f'"{name}": {json.dumps(about)[:-1]}, "events": [')
    number = 0
    for number, event in enumerate(events, 1):
        write(("," if number > 1 else "") + json.dumps(event, ensure_ascii=False))
    write("]}")
    return number


def _event(moment: datetime, seconds: float, data: dict[str, object]) -> dict[str, object]:
    return {"timestamp": moment.isoformat(), "duration": seconds, "data": data}


def _seen(count: int) -> Iterator[tuple[datetime, float, int, str]]:
    """Yield when, how long, which title and its words; one title in twelve windows is new, as in a recorded year."""
    chance = random.Random(7)
    titles = [f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} {number}" for number in range(max(1, count // 12))]
    for number in range(count):
        place = chance.randrange(len(titles))
        yield _LAST - number * _STEP, chance.choice((20, 19.5, 16)), place, titles[place]


def _windows(count: int) -> Iterator[dict[str, object]]:
    for moment, seconds, place, words in _seen(count):
        app = "firefox" if place % 5 == 0 else f"app{place % 23}"
        yield _event(moment, seconds, {"app": app, "title": f"{words} - {app}"})


def _presence(count: int, windows: int) -> Iterator[dict[str, object]]:
    length = windows * _STEP / max(1, count)
    for number in range(count):
        status = "afk" if number % 4 == 0 else "not-afk"
        yield _event(_LAST - (number + 1) * length, length.total_seconds(), {"status": status})


def _pages(count: int) -> Iterator[dict[str, object]]:
    for moment, seconds, place, words in _seen(count):
        if place % 5 == 0:
            url = f"https://{words.split()[0]}.example/{place}"
            yield _event(moment, seconds, {"url": url, "title": words, "audible": False, "incognito": False})


if __name__ == "__main__":
    main()
