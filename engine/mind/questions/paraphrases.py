"""Ways to ask, and whole questions made of them: with and without times, with what people say around."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from engine.domain.intents import NAME, TIME

FILE = "questions/paraphrases.txt"
"""Where they are among what is shipped."""

_BEFORE = ("", "", "", "", "so ", "hey ", "please tell me ", "can you tell me ", "i wonder ", "ok ")
_AFTER = ("", "", "", "", "?", " please", " exactly", " roughly")
_BEFORE_ZH = ("", "", "", "", "请问", "帮我看看", "我想知道", "我", "那")
_AFTER_ZH = ("", "", "", "", "？", "呢", "啊", "呀")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to ask for something."""

    intent: str
    text: str

    @property
    def chinese(self) -> bool:
        """Whether it is Chinese."""
        return any("\u4e00" <= one <= "\u9fff" for one in self.text)


def read_ways(path: Path) -> list[Way]:
    """Return the ways of a file: "[intent]" above lines in which T is a time and N a name."""
    found, intent = [], ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            intent = line.strip("[]")
        elif line and not line.startswith("#"):
            found.append(Way(intent, _marked(line)))
    return found


def _marked(line: str) -> str:
    for letter, mark in (("T", TIME), ("N", NAME)):
        line = "".join(mark if one == letter and _alone(line, place) else one for place, one in enumerate(line))
    return line.casefold()


def _alone(line: str, place: int) -> bool:
    beside = line[max(0, place - 1) : place] + line[place + 1 : place + 2]
    return not any(one.isascii() and one.isalpha() for one in beside)


def filled(way: Way, random: Random) -> str:
    """Return a whole question: the time at its end, its beginning or left out, something said around it."""
    text = way.text
    before, after = (_BEFORE_ZH, _AFTER_ZH) if way.chinese else (_BEFORE, _AFTER)
    if text.count(TIME) == 1 and random.random() < 0.4:  # noqa: PLR2004
        rest = text.replace(TIME, "").strip()
        space = "" if way.chinese else " "
        text = random.choice((rest, f"{TIME}{space}{rest}", f"{rest}{space}{TIME}"))
    return f"{random.choice(before)}{text}{random.choice(after)}"
