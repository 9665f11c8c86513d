"""What the command line asks of the window; by hand, since argparse would be paid for before the first paint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

PAGES = (
    "today",
    "plan",
    "timeline",
    "reports",
    "documents",
    "insights",
    "learn",
    "assistant",
    "rules",
    "settings",
)
USAGE = f"""Usage: python -m desktop_app [OPTIONS]

  --profile DIR                The folder that holds the data (default: your own).
  --screenshot PAGE FILE.png   Draw a page with the profile's data, and leave.
                               Pages: {", ".join(PAGES[:6])},
                               {", ".join(PAGES[6:])}.
  --theme light|dark           The colours.
  --lang en|zh_CN              The language.
  --size WxH                   The size in pixels.
  --no-recorder                Start no recorder: the days are a sample.
  -h, --help                   Show this message and exit.
"""
_LOW, _HIGH = 200, 8_192


class OptionError(Exception):
    """The command line cannot be understood; the message is one line for the person."""


@dataclass(frozen=True, slots=True)
class Options:
    """The answer. size: width and height in pixels; None where nothing was said.

    recorder: a recorder is started and kept; without it the window says that its days are a sample.
    """

    profile: Path | None = None
    screenshot: tuple[str, Path] | None = None
    theme: str | None = None
    language: str | None = None
    size: tuple[int, int] | None = None
    recorder: bool = True


def asks_for_help(arguments: Sequence[str]) -> bool:
    """Return whether to say how the window is started, and to open none."""
    return not {"-h", "--help"}.isdisjoint(arguments)


def parse(arguments: Sequence[str]) -> Options:
    """Return the options, or raise OptionError saying what is wrong."""
    options, rest = Options(), list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if equals:
            rest.insert(0, value)
        options = _take(options, name, rest)
    return options


def _take(options: Options, name: str, rest: list[str]) -> Options:
    takers: dict[str, Callable[[], Options]] = {
        "--profile": lambda: replace(options, profile=Path(_next(name, rest))),
        "--screenshot": lambda: replace(options, screenshot=(_choice(name, rest, PAGES), Path(_next(name, rest)))),
        "--theme": lambda: replace(options, theme=_choice(name, rest, ("light", "dark"))),
        "--lang": lambda: replace(options, language=_choice(name, rest, ("en", "zh_CN"))),
        "--size": lambda: replace(options, size=_size(_next(name, rest))),
        "--no-recorder": lambda: replace(options, recorder=False),
    }
    if name not in takers:
        raise OptionError(f"“{name}” is not known; there are {', '.join(takers)}.")
    return takers[name]()


def _next(name: str, rest: list[str]) -> str:
    if not rest or not rest[0]:
        raise OptionError(f"{name} needs a value.")
    return rest.pop(0)


def _choice(name: str, rest: list[str], allowed: tuple[str, ...]) -> str:
    value = _next(name, rest)
    if value not in allowed:
        raise OptionError(f"{name}: “{value}” is not one of {', '.join(allowed)}.")
    return value


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and len(text) < len("12345x12345")):
        raise OptionError(f"--size: “{text}” is not a size such as 1280x800.")
    size = int(width), int(height)
    if not all(_LOW <= side <= _HIGH for side in size):
        raise OptionError(f"--size: each side can be {_LOW} to {_HIGH} pixels.")
    return size
