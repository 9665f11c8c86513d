"""What of an activity a report may name: pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.domain.activity import Observed
from engine.domain.categories import Labels
from engine.domain.goals import GoalProgress, Measure
from engine.domain.report import Focus, LabelledActivity, LongStretch, Redaction


def redacted(activity: LabelledActivity, how: Redaction) -> LabelledActivity:
    """Return the activity with what the redaction hides left empty."""
    if how is Redaction.FULL:
        return activity
    seen = activity.what
    if how is Redaction.NO_TITLES:
        return replace(activity, what=Observed(seen.presence, seen.app, platform=seen.platform, withheld=seen.withheld))
    return replace(activity, what=Observed(seen.presence), source="", labels=Labels(activity.labels.category_id))


def redacted_focus(focus: Focus, how: Redaction) -> Focus:
    """Return the figures with what the redaction hides of the longest stretches left empty."""
    return replace(focus, longest=tuple(_stretch(one, how) for one in focus.longest))


def redacted_goals(goals: Iterable[GoalProgress], how: Redaction) -> tuple[GoalProgress, ...]:
    """Return the goals whose aim the redaction lets name."""
    hidden = {Measure.APP, Measure.PROJECT} if how is Redaction.CATEGORIES_ONLY else set()
    return tuple(one for one in goals if one.goal.measure not in hidden)


def _stretch(stretch: LongStretch, how: Redaction) -> LongStretch:
    if how is Redaction.FULL:
        return stretch
    hides_app = how is Redaction.CATEGORIES_ONLY
    return replace(stretch, title="", app="" if hides_app else stretch.app, withheld=stretch.withheld and not hides_app)
