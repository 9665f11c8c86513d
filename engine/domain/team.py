"""Team figures by files: what passes between the people of a round, what it is, and what comes of it.

Weeks are Monday to Sunday, whatever day a person's own weeks start on: a team needs one. Time is counted in quarters
of an hour; what is shown is minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

VERSION = 1
"""Of the files; a higher one is refused."""
FEWEST = 5
"""People whose figures may be added up at the least."""
MOST = 100
"""People of one round at the most."""
NOISY_FROM = 20
"""People who joined from which on noise hides whether any one of them took part."""
QUARTER_MINUTES = 15
WHOLE_QUARTERS = 4
"""Below NOISY_FROM each person's figure is rounded to hours, four quarters, before it is masked."""
RESULT_MINUTES = 300
"""Below NOISY_FROM the sums are told in steps of five hours."""
MILLION = 1_000_000
EPSILON = MILLION
"""Millionths of epsilon of a round where nothing else was said."""
CAP_QUARTERS = 160
"""Quarters of an hour of one person that count at the most where nothing else was said: 40 hours."""
LONGEST_NAME = 60
"""Characters of a round's or a person's name."""


class TeamFile(StrEnum):
    """What a file is, in the order in which they are made."""

    ROUND = "round"
    JOIN = "join"
    ROSTER = "roster"
    CONTRIBUTION = "contribution"
    REQUEST = "request"
    ANSWER = "answer"
    RESULT = "result"


class TeamRole(StrEnum):
    """What one is in a round; the lead may be a member as well."""

    LEAD = "lead"
    MEMBER = "member"


class TeamState(StrEnum):
    """How far a round is for this person."""

    BEGUN = "begun"  # lead: waits for those who join
    CLOSED = "closed"  # lead: waits for contributions
    ASKED = "asked"  # lead: waits for answers
    DONE = "done"  # lead: has the sums; the keys are wiped
    JOINED = "joined"
    CONTRIBUTED = "contributed"
    ANSWERED = "answered"  # member: all was given; the keys are wiped
    FORGOTTEN = "forgotten"  # the keys are wiped; only that a week was given once is still known


@dataclass(frozen=True, slots=True)
class TeamRules:
    """What a round was begun with, the same for all: told in its first file.

    first_day: the Monday of the week. expected: how many people the lead thinks of. epsilon_millionths: of the sums,
    where NOISY_FROM people join. cap_quarters: what counts of one person at the most, then. groups: in the order of the
    figures.
    """

    round: str
    name: str
    first_day: date
    expected: int
    epsilon_millionths: int
    cap_quarters: int
    groups: tuple[str, ...]

    @property
    def last_day(self) -> date:
        """The Sunday."""
        return self.first_day + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class TeamLine:
    """Time in one group of categories, in minutes. low, high: where the truth lies with 95 %, None without noise."""

    group: str
    minutes: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class TeamStep:
    """What a file is and what taking it would do; nothing was written.

    makes: what taking it gives, None where there is nothing to take (a join or a contribution is for the lead to
    combine). fingerprint: of the list of members, to compare among them; empty before there is one. members: how many
    joined, 0 before that is known. names: theirs. fewest: how many must contribute. noisy: whether noise is added.
    lines: the person's own figures as they would go in, under a mask; empty where none do. made_before: taking it gives
    the very file it gave before. holds, leaves_out, does_not_hide: plain sentences on the file that taking it makes.
    """

    file: Path
    kind: TeamFile
    makes: TeamFile | None
    rules: TeamRules
    digest: str
    fingerprint: str = ""
    members: int = 0
    names: tuple[str, ...] = ()
    fewest: int = FEWEST
    noisy: bool = False
    lines: tuple[TeamLine, ...] = ()
    made_before: bool = False
    holds: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    does_not_hide: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamTaken:
    """A file that was made. size: bytes. next: one sentence on what to do with it. fingerprint: as in TeamStep."""

    file: Path
    kind: TeamFile
    round: str
    size: int
    next: str
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class TeamNeeds:
    """Why there are no sums yet.

    wants: what is still to come, contributions or answers. names: of whom. more: how many of these must come at the
    least. file: the request that was written for those who contributed, None where none was.
    """

    round: str
    wants: TeamFile
    names: tuple[str, ...]
    more: int
    next: str
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class TeamResult:
    """The sums of a round.

    contributed: whose figures are in. left_out: who joined and is not in it. epsilon_millionths: 0 where there is no
    noise. step_minutes: what sums are rounded to. file: where they were written, None where they were not.
    """

    rules: TeamRules
    contributed: tuple[str, ...]
    left_out: tuple[str, ...]
    lines: tuple[TeamLine, ...]
    epsilon_millionths: int
    step_minutes: int
    does_not_hide: tuple[str, ...] = ()
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class TeamRound:
    """A round as this profile knows it. result: the lead's, once it is done."""

    id: str
    role: TeamRole
    state: TeamState
    name: str
    first_day: date
    joined_ms: int
    contributed_ms: int | None = None
    members: int = 0
    fingerprint: str = ""
    result: TeamResult | None = None


def threshold(members: int) -> int:
    """Return how many answers give the sums: two thirds, so that no two different requests can both be answered."""
    return -(-2 * members // 3)


def fewest_of(members: int) -> int:
    """Return how many must contribute."""
    return max(FEWEST, threshold(members))


def withstood(members: int) -> int:
    """Return how many members may collude with a lead who lies about who dropped out, and still learn nothing more."""
    return 2 * threshold(members) - members - 1


def is_noisy(members: int) -> bool:
    """Return whether noise is added."""
    return members >= NOISY_FROM


def monday(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - timedelta(days=day.weekday())
