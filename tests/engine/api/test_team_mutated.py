"""Files with any part replaced by anything, and digests that fit: refused with a reason, or harmless; never a fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from helpers.team_room import Somebody, TeamRoom

from engine.domain.errors import UsageError
from engine.domain.team import TeamResult
from engine.sharing.team.files import digest_of

STRANGE: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    2**70,
    "",
    "x",
    "é\u202e",
    "AAAA",
    "0" * 64,
    [],
    {},
    [[]],
    {"1": []},
    [1, 2],
    10**20,
)
CHANGES = 12


def places(told: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where anything stands."""
    inner = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


def mutated(data: bytes, dice: Random) -> bytes:
    """Return the file with one part replaced or taken out."""
    told = json.loads(data)
    *way, last = dice.choice([path for path in places(told) if path != ("digest",)])
    inside = told
    for key in way:
        inside = inside[key]
    if isinstance(inside, dict) and dice.random() < 0.2:
        del inside[last]
    else:
        inside[last] = dice.choice(STRANGE)
    return json.dumps({**told, "digest": digest_of(told)}).encode()


def test_mutated_files_are_refused_or_harmless(tmp_path: Path) -> None:
    dice, room = Random(5), TeamRoom(tmp_path, 5)
    roster = room.closed()
    given = room.contributed(roster)
    before = [dict(one.store.kept) for one in (*room.people, room.lead)]
    request = room.asked(given)
    after = dict(room.lead.store.kept)
    answers = room.answered(request)
    result = room.lead.team.combine(answers, tmp_path / "result")
    assert isinstance(result, TeamResult)
    assert result.file is not None
    joined = {key: replace(kept) for key, kept in before[0].items()}
    refused = 0
    for file in (tmp_path / "round", tmp_path / "join-P00", roster, given[0], request, answers[0], result.file):
        data = file.read_bytes()
        for _ in range(CHANGES):
            file.write_bytes(mutated(data, dice))
            member, stranger = room.people[0], Somebody("stranger", {})
            member.store.kept = dict(joined)
            for somebody in (member, stranger, room.lead):
                refused += tried(somebody, file, tmp_path / "out")
            for kept, files in ((before[-1], given), (after, answers)):
                room.lead.store.kept = dict(kept)
                refused += combined(room.lead, files, tmp_path / "out")
        file.write_bytes(data)
    assert refused > 7 * CHANGES


def tried(somebody: Somebody, file: Path, out: Path) -> int:
    """Return 1 where looking or taking is refused."""
    try:
        step = somebody.team.look(file)
        if step.makes is not None:
            somebody.team.take(step, out)
    except UsageError:
        return 1
    finally:
        with suppress(FileNotFoundError):
            out.unlink()
    return 0


def combined(lead: Somebody, files: list[Path], out: Path) -> int:
    """Return 1 where combining is refused."""
    try:
        lead.team.combine(files, out)
    except UsageError:
        return 1
    finally:
        with suppress(FileNotFoundError):
            out.unlink()
    return 0
