"""One content line taken apart; the one module that loads icalendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from icalendar.parser import Contentline
from icalendar.parser.property import split_on_unescaped_comma, unescape_backslash

_taken_apart: Callable[[str], Any] = Contentline  # it has no types


@dataclass(frozen=True, slots=True)
class Property:
    """A line by its parts. value: as it stands there, escaped. line: the whole of it."""

    name: str
    parameters: dict[str, str]
    value: str
    line: str

    @property
    def text(self) -> str:
        """The value as a text of several lines."""
        return str(unescape_backslash(self.value))

    @property
    def texts(self) -> list[str]:
        """The value as a list of texts."""
        return [str(one).strip() for one in split_on_unescaped_comma(self.value)]

    @property
    def kind(self) -> str:
        """What kind of value it says it has, "" where it does not say."""
        return self.parameters.get("VALUE", "").upper()


def property_of(line: str) -> Property | None:
    """Return the line taken apart, None for one that has no name and value."""
    try:
        name, parameters, value = _taken_apart(line).raw_parts()
    except ValueError:
        return _loose(line)
    told = {str(key).upper(): one if isinstance(one, str) else ",".join(one) for key, one in parameters.items()}
    return Property(str(name).upper(), told, str(value).strip(), line)


def _loose(line: str) -> Property | None:
    """Return a line whose parameters cannot be read as one without any."""
    head, colon, value = line.partition(":")
    name = head.partition(";")[0].strip().upper()
    return Property(name, {}, value.strip(), line) if colon and name.replace("-", "").isalnum() else None
