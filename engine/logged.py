"""What was logged, as numbers: how many warnings and errors each of our own modules told. No words of theirs."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from engine.domain.diagnostics import LogFacts

_LINE = re.compile(rb"^[0-9-]{10} [0-9:,]{8,12} (WARNING|ERROR|CRITICAL) ([a-z_.0-9]{1,120}): ", re.MULTILINE)
_MOST_BYTES = 2 << 20  # of one file; they rotate below that
_MOST_FILES = 60
_WARNING = "WARNING"


def logged(folder: Path) -> tuple[LogFacts, ...]:
    """Return what the logs in the folder tell, in order of modules; only modules that there are in fact are named."""
    counts: Counter[tuple[str, str]] = Counter()
    for path in _files(folder):
        try:
            with path.open("rb") as file:
                content = file.read(_MOST_BYTES)
        except OSError:
            continue
        counts.update((found[2].decode(), found[1].decode()) for found in _LINE.finditer(content))
    told: dict[str, list[int]] = {}
    for (module, level), many in counts.items():
        if module in _modules():
            told.setdefault(module, [0, 0])[level != _WARNING] += many
    return tuple(LogFacts(module, *told[module]) for module in sorted(told))


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if ".log" in path.name and path.is_file())[:_MOST_FILES]
    except OSError:
        return []


@cache
def _modules() -> frozenset[str]:
    root = Path(__file__).resolve().parent.parent
    files = (file for package in ("engine", "desktop_app") for file in (root / package).rglob("*.py"))
    return frozenset(".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__") for file in files)
