"""Members with keys and a list of them, and what they mask, without files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from engine.domain.team import TeamRules, threshold
from engine.sharing.team.agreement import fresh_key, public_of
from engine.sharing.team.masking import masked
from engine.sharing.team.parts import OWN, Keys, Masked, Person, Request, Roster
from engine.sharing.team.unmasking import answer, sums


@dataclass(frozen=True)
class MaskedPeople:
    """So many members, their keys by number, and what they masked."""

    roster: Roster
    keys: dict[int, Keys]
    masked: dict[int, Masked]

    def request(self, missing: Collection[int] = ()) -> Request:
        """Return an honest request."""
        there = tuple(one for one in self.roster.numbers if one not in missing)
        gone = tuple(sorted(missing))
        shares = {
            taker: {giver: {what: self.masked[giver].shares[taker][what] for what in (OWN, *gone)} for giver in there}
            for taker in there
        }
        return Request(there, gone, {one: str(one) for one in there}, shares, "request")

    def sums(self, missing: Collection[int] = ()) -> tuple[int, ...]:
        """Return the sums as the lead finds them with the fewest answers there can be, the last ones."""
        request = self.request(missing)
        few = request.there[-threshold(len(self.roster.people)) :]
        answers = [answer(request, number, self.keys[number], self.roster) for number in few]
        return sums(request, self.roster, self.masked, answers)


def roster_of(keys: dict[int, Keys], groups: int, digest: str = "d") -> Roster:
    """Return a list of members with these keys."""
    rules = TeamRules("0" * 32, "Team", date(2026, 11, 9), 9, 1, 1, tuple(f"g{one}" for one in range(groups)))
    people = tuple(
        Person(f"P{number}", public_of(one.mask), public_of(one.share), f"{number:064x}")
        for number, one in keys.items()
    )
    return Roster(rules, public_of(fresh_key()), people, "r", digest)


def masked_people(figures: Sequence[Sequence[int]]) -> MaskedPeople:
    """Return one member for each of these figures."""
    keys = {number: Keys(fresh_key(), fresh_key()) for number in range(1, len(figures) + 1)}
    roster, enough = roster_of(keys, len(figures[0])), threshold(len(figures))
    told = {number: masked(figures[number - 1], number, one, roster, enough) for number, one in keys.items()}
    return MaskedPeople(roster, keys, told)
