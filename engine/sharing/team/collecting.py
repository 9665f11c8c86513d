"""Files that came together: each read and checked, all of one round, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.domain.team import TeamFile
from engine.sharing.team.files import Paper, paper_of, read, refused


@dataclass(frozen=True, slots=True)
class Given:
    """A file somebody gave. name: as it lies there, for messages."""

    name: str
    data: bytes
    paper: Paper


def given(file: Path) -> Given:
    """Return one file; UsageError where it cannot be used."""
    data = read(file)
    return Given(file.name, data, paper_of(data, file.name))


def gathered(files: Iterable[Path], *kinds: TeamFile) -> list[Given]:
    """Return the files; UsageError for one of another kind or round than the others, and for one given twice."""
    found = [given(file) for file in files]
    if not found:
        raise refused("Name the files that people gave you.")
    first, seen = found[0], dict[str, str]()
    for one in found:
        if one.paper.kind not in kinds:
            wanted = " or ".join(f"“{kind}”" for kind in kinds)
            raise refused(f"“{one.name}” is of the kind “{one.paper.kind}”; wanted is {wanted}.")
        if one.paper.round != first.paper.round:
            raise refused(f"“{one.name}” is of another round than “{first.name}”.")
        if one.paper.digest in seen:
            raise refused(f"“{one.name}” is the same as “{seen[one.paper.digest]}”: a file counts once. Leave one out.")
        seen[one.paper.digest] = one.name
    return found


def check_once(found: Sequence[Given], numbers: Sequence[int], names: Sequence[str]) -> None:
    """Raise UsageError where two different files are of one person. numbers: whose each file is."""
    seen: dict[int, str] = {}
    for one, number in zip(found, numbers, strict=True):
        if number in seen:
            raise refused(
                f"“{one.name}” and “{seen[number]}” are both of {names[number - 1]} and differ. "
                f"Ask {names[number - 1]} which of them to use."
            )
        seen[number] = one.name


def check_follows(found: Iterable[Given], digest: str) -> None:
    """Raise UsageError where a file was not made from the one with this digest."""
    for one in found:
        if one.paper.after != digest:
            raise refused(f"“{one.name}” was made from another version of the file before it. Ask for it anew.")
