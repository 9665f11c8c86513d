"""The one stylesheet, filled in from the tokens."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from desktop_app.theme import spacing, type_scale
from desktop_app.theme.palette import Palette
from desktop_app.theme.shipped import shipped

_NUMBERS = {
    "radius_control": spacing.RADIUS_CONTROL,
    "radius_card": spacing.RADIUS_CARD,
    "size_title": type_scale.TITLE,
    "size_figure": type_scale.FIGURE,
    "size_heading": type_scale.HEADING,
    "size_body": type_scale.BODY,
    "size_secondary": type_scale.SECONDARY,
    "size_axis": type_scale.AXIS,
    "space_xs": spacing.XS,
    "space_s": spacing.S,
    "space_m": spacing.M,
    "target": spacing.TARGET,
    "target_inner": spacing.TARGET - 2,
}


def stylesheet(palette: Palette) -> str:
    """Return the stylesheet in the palette's colours; a name the template uses and nobody defines raises KeyError."""
    source = shipped("styles/kairos.qss")
    template = Template(source.read_text(encoding="utf-8"))
    return template.substitute({**asdict(palette), **_NUMBERS, "styles": source.parent.as_posix()})
