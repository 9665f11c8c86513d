"""What one line of a list of found documents says, ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HitRow:
    """All texts are plain, on one line and cut. key: which document; colour: a token of the palette behind the tag.

    tag: the kind in a few letters; place: where the file lies; part: page and heading; why: what it was found by;
    used: when it was last in front; marks: the ranges of the snippet to highlight. spoken: all of it in one text.
    """

    key: int
    tag: str
    colour: str
    title: str = field(repr=False)
    place: str = field(default="", repr=False)
    part: str = field(default="", repr=False)
    snippet: str = field(default="", repr=False)
    marks: tuple[tuple[int, int], ...] = ()
    why: str = ""
    used: str = ""
    spoken: str = field(default="", repr=False)
