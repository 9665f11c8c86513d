"""Whether another wording of an answer says what the answer says and nothing else. Pure.

A language model may word an answer anew; its text is shown only where every figure with its unit, every date, name and
quotation in it stands in the answer or its basis too, no figure of the answer is lost, and it compares as the answer
compares. Else the answer is shown as it was.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from engine.assistant.tokens import is_chinese
from engine.domain.answers import Answer, Outcome

LONGEST = 400
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"[A-Za-zÀ-ɏ][\w.+#&'-]*")
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|「([^」]+)」|《([^》]+)》")
_LATIN_WORD = re.compile(r"[a-z]+")
_UNIT = re.compile(r"\s*(%|[a-z]+|小时|分钟|秒|次|天|年|月|日|号|点|个|周)?", re.IGNORECASE)
_SAME_UNIT = {
    "hours": "h", "hour": "h", "hrs": "h", "hr": "h", "小时": "h", "minutes": "min", "minute": "min", "mins": "min",
    "m": "min", "分钟": "min", "seconds": "s", "second": "s", "sec": "s", "秒": "s", "percent": "%", "次": "times",
    "time": "times", "day": "days", "天": "days", "号": "日",
}  # fmt: skip
_UNITS = frozenset({"h", "min", "s", "%", "times", "days", "年", "月", "日", "点"})
_COUNTED = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty hundred
    thousand half quarter twice double triple dozen once both couple several few many none first second third""".split()
)
_COUNTED_ZH = frozenset("零一二三四五六七八九十百千万半两双倍")
_TURNS = (
    frozenset({"more", "most", "longer", "longest", "多", "最多", "higher", "up", "increased"}),
    frozenset({"less", "least", "fewer", "shorter", "少", "最少", "lower", "down", "decreased"}),
    frozenset({"not", "no", "never", "nothing", "without", "没", "不", "无", "n't"}),
)
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow week month year morning afternoon evening night
    mondays tuesdays wednesdays thursdays fridays saturdays sundays weekend weekday 周 星期 今天 昨天 明天 上周 本周
    本月 上月 今年 去年 早上 上午 下午 晚上 周末""".split()
)
_PLAIN_STARTS = frozenset(
    """a all an and altogether at between by during from here since so there they was were with as for in it my of on
    over that the this you your i""".split()
)


def may_be_rephrased(answer: Answer) -> bool:
    """Return whether an answer may be worded anew: of one figure alone, so that none can be mixed up with another."""
    return answer.outcome is Outcome.ANSWERED and len(answer.figures) == 1 and not answer.rows and not answer.quotes


def faithful(text: str, answer: Answer) -> bool:
    """Return whether the text may be shown in the answer's place."""
    said, evidence = _normal(text), _normal(f"{answer.text} {answer.basis}")
    plain = bool(said) and len(text) <= LONGEST and "\n" not in text.strip() and text.isprintable()
    return (
        plain
        and is_chinese(text) == is_chinese(answer.text)
        and not any(mark in said for mark in ("http", "](", "<", "```"))
        and _figures(said) <= _figures(evidence)
        and _figures(_normal(answer.text)) <= _figures(said)
        and _names(text) <= _words(evidence)
        and all(quoted in evidence for quoted in _quoted(said))
        and _counted(said) <= _counted(evidence)
        and _held(_DATES, said) <= _held(_DATES, evidence)
        and all(bool(_held(turn, said)) == bool(_held(turn, _normal(answer.text))) for turn in _TURNS)
    )


def in_other_words(answer: Answer, text: str) -> Answer:
    """Return the answer in other words, which its basis tells; its figures, query and link stay what they are."""
    told = "措辞来自你的语言模型" if is_chinese(answer.text) else "worded by your language model"
    return replace(answer, text=text.strip(), basis="; ".join(filter(None, (answer.basis, told))))


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())


def _figures(text: str) -> set[tuple[str, str]]:
    """Return each number with the unit behind it, both in one form; a unit nobody counts in is none."""
    found = set()
    for match in _NUMBER.finditer(text):
        unit = _UNIT.match(text, match.end())
        word = (unit[1] or "") if unit else ""
        word = _SAME_UNIT.get(word, word)
        found.add((match[0].lstrip("0") or "0", word if word in _UNITS else ""))
    return found


def _names(text: str) -> set[str]:
    """Return the words that look like names: written with a capital, save for usual words that begin a sentence."""
    found = {match[0].strip(".'-").casefold() for match in _NAME.finditer(text) if match[0][:1].isupper()}
    return found - _PLAIN_STARTS


def _words(text: str) -> set[str]:
    return {match[0].strip(".'-").casefold() for match in _NAME.finditer(text)}


def _quoted(text: str) -> list[str]:
    return [next(part for part in match.groups() if part) for match in _QUOTED.finditer(text)]


def _counted(text: str) -> set[str]:
    return (set(_LATIN_WORD.findall(text)) & _COUNTED) | (set(text) & _COUNTED_ZH)


def _held(words: frozenset[str], text: str) -> set[str]:
    latin = set(_LATIN_WORD.findall(text))
    return {one for one in words if (one in latin if one.isascii() and one.isalpha() else one in text)}
