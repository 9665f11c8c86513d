"""What leads and members have in common: what they are made from, and what a profile knows of a round."""

from __future__ import annotations

import hashlib
from base64 import b32encode, b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from engine.domain.errors import UsageError
from engine.domain.team import TeamFile, TeamRole, TeamRound, TeamRules, TeamState
from engine.domain.team_kept import KeptRound, RoundStore
from engine.sharing.team.asking import Masks
from engine.sharing.team.files import paper_of
from engine.sharing.team.parts import Roster
from engine.sharing.team.result_file import result_of
from engine.sharing.team.wire import roster_of, round_of, value_of

_FINGERPRINT, _GROUP = 28, 4

OFF = "Sharing is off. Turn it on in Settings > Sharing, or with: kairos share on"
GIVEN = "Figures of this week went into another round. Two sums over nearly the same people could tell one apart."
GONE = "The keys of this round are wiped: it is over, was forgotten, or what it was of was erased."


@dataclass(frozen=True, slots=True)
class TeamParts:
    """What rounds are made from. quarters: the person's quarters of an hour by group in the week from a Monday on.

    today: the person's own day. on: whether sharing is turned on.
    """

    store: RoundStore
    masks: Masks
    quarters: Callable[[date], Mapping[str, int]]
    today: Callable[[], date]
    now_ms: Callable[[], int]
    on: Callable[[], bool]

    def check_on(self) -> None:
        """Raise UsageError while sharing is off."""
        if not self.on():
            raise UsageError(OFF, title="Sharing is off")

    def rules(self, round_id: str, week: date) -> TeamRules:
        """Return a round's rules; of one this profile knows nothing of, its number and week alone."""
        for role in TeamRole:
            kept = self.store.one(round_id, role)
            if kept is not None and "first" in kept.content:
                return rules_in(kept)
        return TeamRules(round_id, "", week, 0, 0, 0, ())


def fingerprint(digest: str) -> str:
    """Return what people compare of a list of members: 140 bits, in groups that can be read out."""
    text = b32encode(hashlib.sha256(b"kairos team list " + digest.encode()).digest()).decode("ascii")[:_FINGERPRINT]
    return " ".join(text[at : at + _GROUP] for at in range(0, _FINGERPRINT, _GROUP))


def file_in(kept: KeptRound, name: str) -> bytes:
    """Return a file that is kept of a round; UsageError where it is gone."""
    told = kept.content.get(name)
    if told is None:
        raise UsageError(GONE)
    return b64decode(told)


def as_text(data: bytes) -> str:
    """Return a file as it is kept."""
    return b64encode(data).decode("ascii")


def rules_in(kept: KeptRound) -> TeamRules:
    """Return the rules of a round that is kept."""
    return value_of(paper_of(file_in(kept, "first"), TeamFile.ROUND), TeamFile.ROUND, round_of).rules


def roster_kept(kept: KeptRound) -> Roster:
    """Return the list of members of a round that is kept."""
    return value_of(paper_of(file_in(kept, "roster"), TeamFile.ROSTER), TeamFile.ROSTER, roster_of)


def moved(kept: KeptRound, state: TeamState, digest: str, **more: Any) -> KeptRound:
    """Return a round one step on, with more to keep."""
    return replace(kept, state=state, digest=digest, content={**kept.content, **more})


def ended(kept: KeptRound, state: TeamState, digest: str, **more: Any) -> KeptRound:
    """Return a round whose keys are wiped, with what is still worth knowing of it."""
    content = {name: kept.content[name] for name in ("first", "members", "fingerprint") if name in kept.content}
    return replace(kept, state=state, digest=digest, key="", content={**content, **more})


def shown(kept: KeptRound) -> TeamRound:
    """Return a round as it is listed."""
    content = kept.content
    result = None
    if "result" in content:
        result = value_of(paper_of(file_in(kept, "result"), TeamFile.RESULT), TeamFile.RESULT, result_of)
    return TeamRound(
        kept.round,
        kept.role,
        kept.state,
        rules_in(kept).name if "first" in content else content.get("name", ""),
        kept.first_day,
        kept.joined_ms,
        kept.contributed_ms,
        content.get("members", 0),
        content.get("fingerprint", ""),
        result,
    )
