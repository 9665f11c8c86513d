"""Takes a pack in and dies in the middle of writing it: run as a program with a profile and a file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from engine.bootstrap import build_engine
from engine.domain.packs import PackLine
from engine.domain.rule_pack import PackRule
from engine.paths import ProfilePaths
from engine.storage.pack_imports import PackWriter

STATUS = 9


def die_at_the_second(kept: PackWriter, item: PackRule, line: PackLine) -> None:
    """Write one rule, and be gone at the next."""
    if [entry for entry in kept.entries if entry.table == "rule"]:
        os._exit(STATUS)
    written(kept, item, line)


written = PackWriter.put_rule

if __name__ == "__main__":
    PackWriter.put_rule = die_at_the_second  # type: ignore[method-assign, assignment]
    packs = build_engine(ProfilePaths(Path(sys.argv[1]))).packs
    packs.take(packs.preview(packs.read(Path(sys.argv[2]))))
