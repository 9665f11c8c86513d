"""The file of charges: what was spent on which month, line by line, each with a digest of all before it.

It is the second witness beside the database: backups neither hold it nor bring an old one back. It holds numbers alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from engine.domain.sharing import Charge

HEAD = "kairos-shared 1"
_CHARGE = re.compile(r"(\d{1,9}) ([0-9a-f]{32}) (\d{4}-\d\d(?:,\d{4}-\d\d)*) (\d{1,12})")
_CLOSED = re.compile(r"closed (\d{4}-\d\d) (\d{1,9})")
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Closed:
    """Charges were lost: up to a month nothing more may be spent. upto: the number of the last charge it covers."""

    month: str
    upto: int


@dataclass(frozen=True, slots=True)
class Noted:
    """What a file of charges says. sound: nothing in it was changed or cut off. lines: how many below its head."""

    charges: tuple[Charge, ...] = ()
    closed: Closed | None = None
    sound: bool = True
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Spent:
    """What both witnesses come to. new_closing: the file does not say it yet."""

    charges: tuple[Charge, ...]
    closed: Closed | None = None
    new_closing: bool = False

    def of(self, month: str) -> int:
        """Return what was spent on a month, in millionths."""
        return sum(one.epsilon_millionths for one in self.charges if month in one.months)

    def is_closed(self, month: str) -> bool:
        """Return whether it cannot be told any more what was spent on a month."""
        return self.closed is not None and month <= self.closed.month

    @property
    def last(self) -> int:
        """The highest number there is."""
        return max([one.number for one in self.charges] + ([self.closed.upto] if self.closed else []), default=0)


def written(charges: Iterable[Charge], closed: Closed | None = None) -> str:
    """Return the whole text of a file."""
    lines = [HEAD]
    if closed is not None:
        lines.append(f"closed {closed.month} {closed.upto}")
    lines += [f"{one.number} {one.token} {','.join(one.months)} {one.epsilon_millionths}" for one in charges]
    digest, text = "", ""
    for line in lines:
        digest = _chained(digest, line)
        text += f"{line} {digest}\n"
    return text


def _chained(before: str, line: str) -> str:
    return hashlib.sha256(f"{before}\n{line}".encode()).hexdigest()[:_DIGITS]


def read(text: str) -> Noted:
    """Return what the text says; of what was changed, whatever can be understood still counts."""
    *lines, rest = text.split("\n")
    digest, sound = "", not rest and bool(lines) and lines[0].startswith(f"{HEAD} ")
    charges: list[Charge] = []
    closed: Closed | None = None
    for line in lines:
        said, _, check = line.rpartition(" ")
        digest = _chained(digest, said)
        sound = sound and check == digest
        charge = _charge(said)
        charges += [charge] if charge else []
        closed = _later(closed, _closing(said))
    return Noted(tuple(charges), closed, sound, max(0, len(lines) - 1) + bool(rest))


def _charge(said: str) -> Charge | None:
    found = _CHARGE.fullmatch(said)
    return Charge(int(found[1]), found[2], tuple(found[3].split(",")), int(found[4])) if found else None


def _closing(said: str) -> Closed | None:
    found = _CLOSED.fullmatch(said)
    return Closed(found[1], int(found[2])) if found else None


def _later(one: Closed | None, other: Closed | None) -> Closed | None:
    if one is None or other is None:
        return one or other
    return Closed(max(one.month, other.month), max(one.upto, other.upto))


def settled(rows: Sequence[Charge], last_number: int, noted: Noted | None, newest_month: str) -> Spent:
    """Return what both witnesses come to: of each charge the larger one counts, whichever of them knows it.

    rows: what the database holds; last_number: how many it ever had. noted: None where there is no file. Where charges
    are missing from both, all months up to newest_month are closed: the newest there is any data of.
    """
    told = noted or Noted(sound=True)
    charges = _union(rows, told.charges, last_number)
    covered = told.closed.upto if told.closed else 0
    expected = max([last_number, *(one.number for one in charges)])
    known = {one.number for one in charges}
    missing = any(number not in known for number in range(covered + 1, expected + 1))
    if missing or _doubtful(rows, told, len(charges)):
        return Spent(charges, _later(told.closed, Closed(newest_month, expected)), new_closing=True)
    return Spent(charges, told.closed)


def _doubtful(rows: Sequence[Charge], noted: Noted, many: int) -> bool:
    """Return whether a file was changed where the database cannot say what stood there."""
    if noted.sound:
        return False
    by_token = {one.token for one in rows}
    alone = any(one.token not in by_token for one in noted.charges)
    return alone or many < noted.lines - (1 if noted.closed else 0)


def _union(rows: Iterable[Charge], noted: Iterable[Charge], last_number: int) -> tuple[Charge, ...]:
    found: dict[str, Charge] = {}
    for one in (*rows, *noted):
        held = found.get(one.token, one)
        months = tuple(sorted({*held.months, *one.months}))
        most = max(held.epsilon_millionths, one.epsilon_millionths)
        found[one.token] = Charge(held.number, one.token, months, most)
    return tuple(sorted(_each_its_number(found.values(), last_number), key=lambda one: one.number))


def _each_its_number(charges: Collection[Charge], last_number: int) -> Iterator[Charge]:
    """Yield them with a number each: of two that have the same, made by copies of a profile, the second gets a new one.

    A new number is above all there ever were, so that none that is missing seems to be there.
    """
    last = max([last_number, *(one.number for one in charges)])
    taken: set[int] = set()
    for one in charges:
        last += one.number in taken
        number = last if one.number in taken else one.number
        taken.add(number)
        yield replace(one, number=number)
