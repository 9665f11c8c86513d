"""Time as it counts once the person has corrected it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.activity import Observed
from engine.domain.categories import Labels
from engine.domain.intervals import Interval

NO_CATEGORY = 0
"""Says "no category" where None says "leave it to the rules"; no category is numbered so."""


@dataclass(frozen=True, slots=True)
class LabelOverride:
    """What the person said a time was for, facet by facet; None leaves the facet to the rules.

    category_id: NO_CATEGORY for none. project, tag: "" for none.
    """

    category_id: int | None = None
    project: str | None = None
    tag: str | None = None

    def __bool__(self) -> bool:
        return (self.category_id, self.project, self.tag) != (None, None, None)

    def above(self, lower: LabelOverride) -> LabelOverride:
        """Return this one with the facets it leaves open taken from the lower one."""
        return LabelOverride(
            lower.category_id if self.category_id is None else self.category_id,
            lower.project if self.project is None else self.project,
            lower.tag if self.tag is None else self.tag,
        )

    def over(self, by_rules: Labels) -> Labels:
        """Return the labels in force where the rules say by_rules."""
        return Labels(
            by_rules.category_id if self.category_id is None else self.category_id or None,
            by_rules.project if self.project is None else self.project,
            by_rules.tag if self.tag is None else self.tag,
        )


UNCHANGED = LabelOverride()
"""Leaves every facet to the rules."""


@dataclass(frozen=True, slots=True)
class LabelledStretch:
    """One stretch of the history as it counts: recorded time with the corrections painted over it.

    zone: IANA name. source: who recorded it, ADDED_SOURCE of engine.domain.corrections where the person added it.
    corrected: a correction has a say in it. override: labels the person gave, None where all are left to the rules.
    """

    interval: Interval
    what: Observed
    zone: str
    source: str
    corrected: bool = False
    override: LabelOverride | None = None
