"""Categories and rules on their way in or out: by names instead of numbers, so that they fit any profile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.domain.categories import Facet
from engine.domain.errors import KairosError
from engine.domain.rules import Expression


class RulesFormat(StrEnum):
    """Whose files can be read and written."""

    KAIROS = "kairos"  # a rule pack, TOML
    ACTIVITYWATCH = "activitywatch"  # a category file, JSON


class RulesFileError(KairosError):
    """A file of rules or categories cannot be read, understood or written."""

    title = "The file of rules cannot be used"


@dataclass(frozen=True, slots=True)
class PackCategory:
    """A category by the names from its root down to itself; colour and weight as in Category."""

    path: tuple[str, ...]
    colour: str | None = None
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class PackRule:
    """A rule whose target is a category's path, or for projects and tags the one name in it."""

    facet: Facet
    target: tuple[str, ...]
    match: Expression
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about one category or rule of a file, named as it is there."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Pack:
    """Categories, parents before children, and rules in order of position.

    left_out: what the source held and a pack cannot hold, and why. notes: what means something a little different now.
    """

    categories: tuple[PackCategory, ...]
    rules: tuple[PackRule, ...]
    name: str = ""
    left_out: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
