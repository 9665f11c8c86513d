"""Damages an encrypted database and has Kairos notice it and save what can be saved.

    .venv/bin/python tests/reliability/corruption_rounds.py [--flips 1000] [--zeroed 200] [--rounds 20] [--activities N]

Every flip turns one random bit round, every zeroed page is one random page of zeros: the full check has to notice each.
Then one page in a hundred is broken, half of them by flips, half by zeros, and the database repaired: without any
backup, and with one that lacks the last tenth. What is told is how many of all rows are there again as they
were, and how many are there that never were.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from engine.domain.activity import Activity, Observed  # noqa: E402  (the path is set just above)
from engine.domain.backups import BackupReason, CheckReport  # noqa: E402
from engine.domain.database_key import DatabaseKey  # noqa: E402
from engine.domain.presence import Presence  # noqa: E402
from engine.storage import driver  # noqa: E402
from engine.storage.activities import ActivityStore  # noqa: E402
from engine.storage.backups import BackupFolder  # noqa: E402
from engine.storage.connections import connect  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.salvage.repair import repair  # noqa: E402
from engine.storage.whole_check import CheckFile, problems_of  # noqa: E402

PAGE = 4_096
KEY = DatabaseKey(bytes(range(32)))
TABLES = ("activity", "look", "title", "app", "site", "document", "zone", "source", "category", "goal", "tag")
_MINUTE = 60_000


def filled(path: Path, activities: int) -> None:
    """Make a closed, encrypted database with so many activities, titles of all lengths among them."""
    with closing(Database.open(path, KEY)) as database:
        store = ActivityStore(database)
        chance = random.Random(1)
        for first in range(0, activities, 5_000):
            store.insert_many(
                Activity(n * _MINUTE, (n + 1) * _MINUTE, _seen(n, chance), "UTC")
                for n in range(first, min(activities, first + 5_000))
            )


def _seen(number: int, chance: random.Random) -> Observed:
    title = f"title {number // 3} " + "x" * (5_000 if number % 1_500 == 0 else chance.randrange(60))
    return Observed(Presence.ACTIVE, f"app {number % 40}", title, "/bin/app", "x11")


def rows(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Return every row a person would miss, by table."""
    with closing(connect(driver.load(), path, KEY)) as connection:
        return {table: set(connection.execute(f"SELECT * FROM {table}")) for table in TABLES}  # noqa: S608


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Return the file with one bit turned round."""
    place = chance.randrange(len(data) * 8)
    return data[: place // 8] + bytes([data[place // 8] ^ 1 << place % 8]) + data[place // 8 + 1 :]


def zeroed(data: bytes, page: int) -> bytes:
    """Return the file with one page of zeros. page: from 0."""
    return data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :]


def broken(data: bytes, share: float, chance: random.Random) -> bytes:
    """Return the file with that share of its pages broken, half by one bit, half by zeros."""
    pages = len(data) // PAGE
    for number, page in enumerate(chance.sample(range(pages), max(1, round(pages * share)))):
        if number % 2:
            data = zeroed(data, page)
        else:
            inside = flipped(data[page * PAGE : (page + 1) * PAGE], chance)
            data = data[: page * PAGE] + inside + data[(page + 1) * PAGE :]
    return data


def unnoticed(path: Path, flips: int, zeros: int, seed: int) -> int:
    """Damage the file that often, each time from whole, and return how often the full check said nothing."""
    whole, chance, missed = path.read_bytes(), random.Random(seed), 0
    pages = len(whole) // PAGE
    for number in range(flips + zeros):
        path.write_bytes(flipped(whole, chance) if number < flips else zeroed(whole, chance.randrange(pages)))
        missed += not problems_of(path, KEY)
    path.write_bytes(whole)
    return missed


@dataclass(frozen=True)
class Round:
    """How much of what was there is there again, as it was; and how many rows there are that never were."""

    share: float
    activities: float
    strange: int


def repaired(path: Path, share: float, seed: int) -> Round:
    """Break that share of the pages, repair the database, and compare."""
    before = rows(path)
    path.write_bytes(broken(path.read_bytes(), share, random.Random(seed)))
    found = problems_of(path, KEY)
    report = repair(path, KEY, 1, found)
    if report.salvaged is None or problems_of(path, KEY):
        raise RuntimeError("the repaired database is not whole")
    after = rows(path)
    kept = sum(len(before[table] & after[table]) for table in TABLES)
    strange = sum(len(_unknown(table, after[table], before[table])) for table in TABLES)
    return Round(
        kept / sum(map(len, before.values())),
        len(before["activity"] & after["activity"]) / len(before["activity"]),
        strange,
    )


def _unknown(table: str, after: set[tuple[object, ...]], before: set[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return rows that never were: neither as they are, nor stand-ins, nor with a stand-in for what they named."""
    after = {row for row in after if not any(str(value).startswith("(lost") for value in row)}
    keys = {row[:2] if table == "activity" else row[:1] for row in before}
    return [row for row in after - before if (row[:2] if table == "activity" else row[:1]) not in keys]


def rounds(original: Path, count: int, seed: int, *, backup: bool) -> Iterator[Round]:
    """Yield how each repair of a fresh copy went; backup: with one that lacks the last tenth."""
    for number in range(count):
        with tempfile.TemporaryDirectory(prefix="kairos-corruption-") as room:
            path = Path(room) / "kairos.sqlite3"
            shutil.copyfile(original, path)
            CheckFile(path.parent).save(CheckReport(0, whole=True), original.read_bytes()[:16])
            if backup:
                _back_up_most(path)
                shutil.copyfile(original, path)
            yield repaired(path, 0.01, seed + number)


def _back_up_most(path: Path) -> None:
    with closing(connect(driver.load(), path, KEY)) as connection:
        connection.execute("DELETE FROM activity WHERE start_ms > (SELECT max(start_ms) * 0.9 FROM activity)")
    BackupFolder(path, KEY).make(BackupReason.SCHEDULED)


def main() -> None:
    """Run the long form and print its figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--flips", type=int, default=1_000)
    parser.add_argument("--zeroed", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--activities", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairos-corruption-") as room:
        path = Path(room) / "kairos.sqlite3"
        filled(path, chosen.activities)
        print(f"{path.stat().st_size // PAGE} pages, {chosen.activities} activities")
        missed = unnoticed(path, chosen.flips, chosen.zeroed, chosen.seed)
        print(f"{chosen.flips} flipped bits and {chosen.zeroed} zeroed pages: {missed} not noticed")
        for backup in (False, True):
            done = list(rounds(path, chosen.rounds, chosen.seed, backup=backup))
            shares = sorted(one.share for one in done)
            told = "with a backup" if backup else "without a backup"
            print(
                f"1 % of pages broken, {told}, {len(done)} rounds: rows saved mean {sum(shares) / len(shares):.2%}, "
                f"worst {shares[0]:.2%}; activities mean {sum(one.activities for one in done) / len(done):.2%}, "
                f"worst {min(one.activities for one in done):.2%}; strange rows {sum(one.strange for one in done)}"
            )


if __name__ == "__main__":
    main()
