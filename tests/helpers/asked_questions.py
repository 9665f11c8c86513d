"""Questions made of templates, each with what it asks for: plain ones, ones that go on, and ones nobody can answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from benchmarks import assistant_templates as templates
from helpers.asked_answers import Wanted

Templates = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
_FIGURED = ("total_c", "total_a", "total", "share_c", "days_a", "rank_app", "rank_category", "best_day", "compare_c",
            "score", "switches", "first_a", "last_a", "longest", "trend", "deep", "morning_c", "average")  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A period: how it is called in both languages, and its days."""

    english: str
    chinese: str
    start: date
    end: date
    unit: str = ""

    def called(self, chinese: bool) -> str:
        """Return its name."""
        return self.chinese if chinese else self.english


@dataclass(frozen=True)
class Asked:
    """A question; before: the one it goes on from. wanted: None where it is to be refused or asked back."""

    text: str
    wanted: Wanted | None
    before: str = ""
    chinese: bool = False


class Asker:
    """Makes questions about one profile. categories: number by English name; twins: their Chinese names."""

    def __init__(
        self, today: date, categories: Mapping[str, int], twins: Mapping[str, str], apps: Mapping[str, str], seed: int
    ) -> None:
        self._random = Random(seed)
        self._categories, self._twins, self._apps = categories, twins, apps
        self._periods, self._pairs = _periods(today), _pairs(today)

    def questions(self, held: bool, count: int) -> Iterator[Asked]:
        """Yield so many: half in Chinese, a fifth to refuse, three tenths that go on."""
        plain = templates.HELD if held else templates.DEV
        follow = templates.FOLLOW_HELD if held else templates.FOLLOW_DEV
        refused = templates.REFUSED_HELD if held else templates.REFUSED_DEV
        for number in range(count):
            chinese = number % 2 == 1
            part = number // 2 % 10
            if part < 2:
                yield self._unanswerable(refused[chinese], chinese)
            elif part < 5:
                yield self._going_on(plain, follow, chinese)
            else:
                yield self._plain(plain, chinese, _FIGURED[number // 20 % len(_FIGURED)])

    def _unanswerable(self, lines: tuple[str, ...], chinese: bool) -> Asked:
        text, _ = self._filled(self._random.choice(lines), "total_c", chinese, self._random.choice(self._periods))
        return Asked(text, None, chinese=chinese)

    def _plain(self, lines: Templates, chinese: bool, key: str) -> Asked:
        text, wanted = self._filled(
            self._random.choice(lines[key][chinese]), key, chinese, self._random.choice(self._periods)
        )
        return Asked(text, wanted, chinese=chinese)

    def _going_on(self, lines: Templates, follow: Templates, chinese: bool) -> Asked:
        how = self._random.choice(list(follow))
        key = self._random.choice(
            ("total_c", "share_c", "days_a", "total_a") if how != "other" else ("total_c", "share_c")
        )
        units = [one for one in self._periods if one.unit]
        period = self._random.choice(units if how == "before" else self._periods)
        first, wanted = self._filled(self._random.choice(lines[key][chinese]), key, chinese, period)
        line = self._random.choice(follow[how][chinese])
        if how == "before":
            unit = {"week": "周", "month": "月"}[period.unit] if chinese else period.unit
            return Asked(line.format(unit=unit), _earlier(wanted, period.unit), first, chinese)
        if how == "mornings":
            return Asked(line, replace(wanted, mornings=True), first, chinese)
        if how == "period":
            other = self._random.choice([one for one in self._periods if one.start != period.start])
            text = line.format(q=other.called(chinese))
            return Asked(text, replace(wanted, start=other.start, end=other.end), first, chinese)
        name = self._random.choice([one for one in self._categories if self._categories[one] != wanted.category])
        text = line.format(o=self._category(name, chinese))
        return Asked(text, replace(wanted, category=self._categories[name]), first, chinese)

    def _filled(self, line: str, key: str, chinese: bool, period: Said) -> tuple[str, Wanted]:
        pair = self._random.choice(self._pairs)
        if "{w}" in line:
            period = pair[0]
        category, app = self._random.choice(list(self._categories)), self._random.choice(list(self._apps))
        called = period.called(chinese)
        if not chinese and re.search(r"of \{p\}|for \{p\}|^\{p\}", line):
            called = re.sub(r"^(in the|in|on) ", "the " if called.startswith("in the ") else "", called)
        names = {"p": called, "w": pair[1].called(chinese), "c": self._category(category, chinese), "a": app}
        wanted = Wanted(key, period.start, period.end, mornings=key == "morning_c")
        if "{c}" in line:
            wanted = replace(wanted, category=self._categories[category])
        if "{a}" in line:
            wanted = replace(wanted, app=self._apps[app])
        if "{w}" in line:
            wanted = replace(wanted, against=(pair[1].start, pair[1].end))
        return line.format(**names), wanted

    def _category(self, name: str, chinese: bool) -> str:
        return self._twins[name] if chinese and self._random.random() < 0.5 else name


def _earlier(wanted: Wanted, unit: str) -> Wanted:
    if unit == "week":
        return replace(wanted, start=wanted.start - timedelta(days=7), end=wanted.start)
    last = wanted.start - timedelta(days=1)
    return replace(wanted, start=last.replace(day=1), end=wanted.start)


def _months_back(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def _periods(today: date) -> list[Said]:
    monday = today - timedelta(days=today.weekday())
    week, day = timedelta(days=7), timedelta(days=1)
    month, last = today.replace(day=1), _months_back(today, 1)
    after = _months_back(month, -1)
    march = date(today.year - (today < date(today.year, 3, 1)), 3, 1)
    some = today - 19 * day
    names = "January February March April May June July August September October November December".split()
    return [
        Said("yesterday", "昨天", today - day, today),
        Said("this week", "本周", monday, monday + week, "week"),
        Said("last week", "上周", monday - week, monday, "week"),
        Said("two weeks ago", "两周前", monday - 2 * week, monday - week, "week"),
        Said("this month", "这个月", month, after, "month"),
        Said("last month", "上个月", last, month, "month"),
        Said("in March", "三月", march, march.replace(month=4), "month"),
        Said("in the last 30 days", "最近30天", today - 29 * day, today + day),
        Said("in the past 10 days", "过去十天", today - 9 * day, today + day),
        Said(f"on {some.day} {names[some.month - 1]}", f"{some.month}月{some.day}日", some, some + day),
        Said("the day before yesterday", "前天", today - 2 * day, today - day),
        Said(f"in {today.year}", f"{today.year}年", date(today.year, 1, 1), date(today.year + 1, 1, 1)),
    ]


def _pairs(today: date) -> list[tuple[Said, Said]]:
    found = {one.english: one for one in _periods(today)}
    monday = today - timedelta(days=today.weekday())
    before = Said("the week before last", "上上周", monday - timedelta(days=14), monday - timedelta(days=7))
    return [
        (found["last week"], before),
        (found["this month"], found["last month"]),
        (found["this week"], found["last week"]),
        (found["yesterday"], found["the day before yesterday"]),
    ]
