"""What is planned, as Today's ribbon draws it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop_app.dialogs.block_words import KIND_COLOURS, kind_name
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.ribbon_values import Kind, RibbonSegment
from engine.domain.blocks import About, Occurrence
from engine.domain.categories import CategoryTree

_LONGEST: Final = 80


def colour_of(about: About, tree: CategoryTree) -> str:
    """Return the colour of planned time: its category's, else its kind's."""
    known = about.category_id is not None and about.category_id in tree
    own = tree.colour(about.category_id) if known and about.category_id is not None else None
    return own or KIND_COLOURS[about.kind]


def planned_segments(planned: Iterable[Occurrence], tree: CategoryTree) -> tuple[RibbonSegment, ...]:
    """Return the planned times that are no whole days, in order."""
    return tuple(_segment(one, tree) for one in planned if not one.block.all_day)


def _segment(one: Occurrence, tree: CategoryTree) -> RibbonSegment:
    about = one.block.about
    name, kind = foreign(about.title, _LONGEST), kind_name(about.kind)
    colour = colour_of(about, tree)
    interval = one.interval
    return RibbonSegment(
        interval.start_ms, interval.end_ms, Kind.APP, 0, name or kind, kind if name else "", colour=colour
    )
