"""Questions with slips of the fingers put right, where only one word can have been meant. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from engine.assistant.tokens import Tag, Token

_WORDS = frozenset(
    """about active afternoon afternoons again apps application applications april august average away before between
    block break breaks busiest category categories chat check checked communication compare compared computer daily
    december deep difference distracted distracting distraction document documents during email emails english evening
    evenings february files finish finished first focus focused forecast friday from hour hours idle january july june
    last late least less long longest many march meeting meetings minute minutes monday month months more morning
    mornings most much november october often open opened plan planned previous productive program programs programming
    project projects quarter saturday score second september share since spend spent start started stretch stretches
    sunday switch switched switches than this thursday time times today tomorrow total tuesday used using wednesday
    week weekday weekdays weekend weekends weeks when where which work worked working writing year yesterday""".split()
)
# Words of their own that lie next to one above: never taken for it.
_OTHERS = frozenset(
    """bread breaks breath cheap chats clock corks deed dream emailed flocks forks form fours grade great heal house
    houses learn leads lest lock lose mails march meal meals mean meat melt miles money mouth musk night nights
    paces pages place places plane planes plant plants sales scare score scores send sheep shore shared sleep slept
    speak speech speed spends spoken steak steps store story string strings tasks tears tests text than then there
    thin things tides tired tiles tweet walk walked weak weather weight went word words world worlds worry wrote
    years yours""".split()
)
_SAID_FOR = (
    (re.compile("b站"), "哔哩哔哩"),
    (re.compile("油管"), "youtube"),
    (re.compile("开了?(多久|多长时间|几个小时)的?会"), r"开会\1"),
)
_SHORTEST, _LONG, _SHORT_NAME = 4, 8, 5


def mended(text: str, tokens: Sequence[Token], names: Iterable[str]) -> str:
    """Return a normal text with words put right that are one slip (in long words two) away from just one known word.

    names: what the person's own things are called. The text itself where nothing can be said for certain.
    """
    known = _WORDS | {name for name in names if len(name) >= _SHORT_NAME and name.isascii() and name.isalpha()}
    for token in sorted(tokens, key=lambda one: -one.start):
        word = token.text
        if token.tag is Tag.UNKNOWN and word.isascii() and word.isalpha() and word not in _OTHERS:
            meant = _meant(word, known)
            if meant:
                text = text[: token.start] + meant + text[token.end :]
    for said, stands in _SAID_FOR:
        text = said.sub(stands, text)
    return text


def _meant(word: str, known: Iterable[str]) -> str:
    if len(word) < _SHORTEST:
        return ""
    most = 2 if len(word) >= _LONG else 1
    near = [(slips(word, one, most), one) for one in known if abs(len(one) - len(word)) <= most]
    fitting = sorted((count, one) for count, one in near if count <= most and _likely(word, one))
    alone = len(fitting) == 1 or (len(fitting) > 1 and fitting[0][0] < fitting[1][0])
    return fitting[0][1] if alone else ""


def _likely(word: str, meant: str) -> bool:
    """Return whether a short word lacks one letter or has its own in another order; longer ones may be wrong anyhow."""
    return len(word) > _SHORTEST or len(meant) > len(word) or sorted(word) == sorted(meant)


def slips(one: str, other: str, most: int) -> int:
    """Return how many letters are wrong, missing, too many or swapped with the next; more than most: most + 1."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, wanted in enumerate(other, start=1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
        if min(row) > most:
            return most + 1
    return min(rows[-1][-1], most + 1)
