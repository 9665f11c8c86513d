"""How benchmarks print: the figure, what is wanted, and what others need for the same."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; wanted and others are words, empty where there are none."""

    name: str
    value: float
    wanted: str = ""
    others: str = ""


def show(title: str, figures: Sequence[Figure]) -> None:
    """Print the figures as a table; nothing here passes or fails, machines differ."""
    rows = [("", "measured", "wanted", "others, measured on the project's test machine")]
    rows += [(one.name, _number(one.value), one.wanted, one.others) for one in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    sys.stdout.write("\n".join([title, *lines, ""]))


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
