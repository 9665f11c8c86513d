"""Days, parts of days and lengths of time as they are said in Chinese."""

from __future__ import annotations

import re

from engine.assistant.reckoning import EVER, SO_FAR, Reckoning
from engine.assistant.tokens import Rule, Tag, rule
from engine.domain.questions import Days, Unit

_DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_N = r"\d{1,4}|[零一二三四五六七八九十两]{1,3}"
_WEEK = r"(?:周|星期|礼拜)"
_W = _WEEK + r"([一二三四五六日天])(?![共直起般定些次])"
_UNITS = {"天": Unit.DAY, "日": Unit.DAY, "周": Unit.WEEK, "星期": Unit.WEEK, "礼拜": Unit.WEEK,
          "月": Unit.MONTH, "年": Unit.YEAR, "季度": Unit.QUARTER, "季": Unit.QUARTER}  # fmt: skip
_U = r"个?(天|日|周|星期|礼拜|月|季度|年)"
_THIS = {"这": 0, "本": 0, "今": 0, "上": 1, "上上": 2, "当前": 0, "这一": 0, "上一": 1}
_AFTER = r"(?:里|内|的时候|中(?!午)|期间|份)?"
_PARTS = {
    "早上": (360, 720), "上午": (360, 720), "早晨": (360, 720), "清晨": (360, 720), "下午": (720, 1080),
    "晚上": (1080, 1440), "夜里": (0, 360), "凌晨": (0, 360), "半夜": (0, 360), "傍晚": (1080, 1440),
    "午后": (720, 1080),
}  # fmt: skip


def number_of(text: str) -> int:
    """Return what a number in figures or signs up to 99 is."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if "十" not in text:
        return int("".join(str(_DIGITS[sign]) for sign in text))
    tens, _, ones = text.partition("十")
    return (_DIGITS[tens[-1]] if tens else 1) * 10 + (_DIGITS[ones[0]] if ones else 0)


def _weekday(sign: str) -> int:
    return 6 if sign in "日天" else "一二三四五六".index(sign)


def time_rules(now: Reckoning) -> list[Rule]:
    """Return what times can be named by."""
    return [*_days(now), *_ever(), *_dates(now), *_clock(), *_lengths()]


def _days(now: Reckoning) -> list[Rule]:
    return [
        rule(r"(今|明|昨)(早|晚|夜)(?:上)?", Tag.PART, lambda m: (
            {"今": now.around(Unit.DAY), "明": now.ahead(1), "昨": now.around(Unit.DAY, 1)}[m[1]],
            _PARTS["早上" if m[2] == "早" else "晚上"])),
        rule(r"今天|今日", Tag.DAYS, lambda _: now.around(Unit.DAY)),
        rule(r"昨天|昨日", Tag.DAYS, lambda _: now.around(Unit.DAY, 1)),
        rule(r"前天", Tag.DAYS, lambda _: now.around(Unit.DAY, 2)),
        rule(r"大前天", Tag.DAYS, lambda _: now.around(Unit.DAY, 3)),
        rule(r"明天|明日", Tag.DAYS, lambda _: now.ahead(1)),
        rule(r"后天", Tag.DAYS, lambda _: now.ahead(2)),
        rule(r"(上上|上一|上|这一|这|本|当前)(?:个)?(周|星期|礼拜|月|季度)" + _AFTER, Tag.DAYS,
             lambda m: now.around(_UNITS[m[2]], _THIS[m[1]])),
        rule(r"今年|本年度?|这一年", Tag.DAYS, lambda _: now.around(Unit.YEAR)),
        rule(r"去年|上一年", Tag.DAYS, lambda _: now.around(Unit.YEAR, 1)),
        rule(r"前年", Tag.DAYS, lambda _: now.around(Unit.YEAR, 2)),
        rule(rf"({_N})个?(天|日|周|星期|礼拜|月|季度|年)(?:之前|以前|前)", Tag.DAYS,
             lambda m: now.ago(_UNITS[m[2]], number_of(m[1]))),
        rule(rf"(?:最近|过去|近)(?:的)?({_N})个?(天|日|周|星期|礼拜|月|季度|年)" + _AFTER, Tag.DAYS,
             lambda m: now.latest(number_of(m[1]), _UNITS[m[2]])),
        rule(_W, Tag.DAYS, lambda m: now.weekday(_weekday(m[1]))),
        rule(rf"(?:这个?|本){_W}", Tag.DAYS, lambda m: now.weekday_of(_weekday(m[1]), 0)),
        rule(rf"(上上|上)个?{_W}", Tag.DAYS, lambda m: now.weekday_of(_weekday(m[2]), _THIS[m[1]])),
        rule(rf"下个?{_W}", Tag.DAYS, lambda m: Reckoning(now.ahead(7).start, now.week_start).weekday_of(
            _weekday(m[1]), 0)),
        rule(r"(?:这个?|本)?周末", Tag.DAYS, lambda _: now.weekend(0)),
        rule(r"上个?周末", Tag.DAYS, lambda _: now.weekend(0 if now.today.weekday() < 5 else 1)),  # noqa: PLR2004
        rule(r"(?:下个?|下一个?)(?:周|星期|礼拜|月|季度|年)|明年|后年|将来"
            r"|未来(?:的)?(?:[零一二三四五六七八九十两\d]{1,3}[天周年])?|以后", Tag.FUTURE, True),
        rule(rf"{_W}(?=我?(?:一般|通常|平时|平均))", Tag.WEEKDAYS, lambda m: frozenset({_weekday(m[1])})),
        rule(rf"每(?:个)?{_W}", Tag.WEEKDAYS, lambda m: frozenset({_weekday(m[1])})),
        rule(r"(?:每个?)?工作日|平日", Tag.WEEKDAYS, frozenset(range(5))),
        rule(r"每个?周末|周末们", Tag.WEEKDAYS, frozenset({5, 6})),
        rule(rf"(?:再往?)?前(?:面)?(?:的)?(?:那|一){_U}|再上一?{_U}|之前(?:的)?(?:那|一){_U}", Tag.EARLIER,
             lambda m: _UNITS[next(one for one in m.groups() if one)].value),
        rule(r"最近|近来|近期|前阵子|前一阵|前段时间|前些天|前几天|这几天|那时候?|这阵子|不久前|过去几(?:天|周)"
            r"|以前|上次",
             Tag.VAGUE, lambda m: m[0]),
    ]  # fmt: skip


def _ever() -> list[Rule]:
    return [
        rule(r"有史以来|从头到尾|所有时间|全部时间|历史上", Tag.DAYS, EVER),
        rule(r"(?:截至|截止到?|到)(?:目前|现在)(?:为止)?|目前为止|至今(?:为止)?|迄今(?:为止)?", Tag.DAYS, SO_FAR),
    ]


def _dates(now: Reckoning) -> list[Rule]:
    year = r"(?:(\d{4})年|(今年|去年)的?)?"
    return [
        rule(rf"{year}({_N})月份?({_N})[日号]", Tag.DAYS, lambda m: _day(now, m)),
        rule(
            rf"{year}({_N})月份?({_N})[日号]",
            Tag.NO_DAY,
            lambda m: m[0] if now.no_day(_year(now, m), number_of(m[3]), number_of(m[4])) else None,
        ),
        rule(rf"{year}({_N})月(\d{{1,2}})", Tag.DAYS, lambda m: _day(now, m)),
        rule(
            rf"从?{year}({_N})月({_N})[日号]?(?:到|至|-)({_N})[日号]",
            Tag.DAYS,
            lambda m: now.through(_day(now, m), number_of(m[5])),
        ),
        rule(r"(\d{4})-(\d{1,2})-(\d{1,2})", Tag.DAYS, lambda m: now.day(int(m[1]), int(m[2]), int(m[3]))),
        rule(
            rf"{year}({_N})月(?:份)?(?:里|内|中(?!午))?", Tag.DAYS, lambda m: now.month(_year(now, m), number_of(m[3]))
        ),
        rule(r"(\d{4})年", Tag.DAYS, lambda m: now.year(int(m[1]))),
        rule(rf"{year}第?([一二三四1-4])季度", Tag.DAYS, lambda m: now.quarter(number_of(m[3]), _year(now, m))),
        rule(r"以来|之后到现在|至今为止|到现在", Tag.OPEN_DAYS, True),
        rule(r"自从?", Tag.FROM, True),
    ]


def _year(now: Reckoning, found: re.Match[str]) -> int | None:
    if found[1]:
        return int(found[1])
    return now.today.year - (found[2] == "去年") if found[2] else None


def _day(now: Reckoning, found: re.Match[str]) -> Days | None:
    return now.day(_year(now, found), number_of(found[3]), number_of(found[4]))


def _clock() -> list[Rule]:
    parts = "|".join(_PARTS)
    hour = rf"({parts}|中午)?({_N})点(?:(半)|({_N})分?)?"
    return [
        rule(rf"(?:只看|只算|仅限|仅|在)?(?:每天)?(?:的)?({parts})(?:的时候)?", Tag.CLOCK, lambda m: _PARTS[m[1]]),
        rule(r"中午(?:之前|以前|前)|午前", Tag.CLOCK, (0, 720)),
        rule(r"中午(?:之后|以后|后)", Tag.CLOCK, (720, 1440)),
        rule(rf"{hour}(?:之前|以前|前)", Tag.CLOCK, lambda m: _span(0, _minute(*m.groups()))),
        rule(rf"{hour}(?:之后|以后|后)", Tag.CLOCK, lambda m: _span(_minute(*m.groups()), 1440)),
        rule(rf"从?{hour}(?:到|至|-){hour}", Tag.CLOCK, _between),
        rule(rf"{hour}", Tag.CLOCK, lambda m: _span(_minute(*m.groups()), _minute(*m.groups()))),
    ]


def _minute(part: str | None, hour: str, half: str | None, minutes: str | None) -> int | None:
    number = number_of(hour)
    if part in {"下午", "晚上", "傍晚", "午后"} and number < 12:  # noqa: PLR2004
        number += 12
    whole = number * 60 + (30 if half else number_of(minutes) if minutes else 0)
    return whole if whole <= 24 * 60 else None


def _span(start: int | None, end: int | None) -> tuple[int, int] | None:
    return (start, end) if start is not None and end is not None and start <= end else None


def _between(found: re.Match[str]) -> tuple[int, int] | None:
    parts = found.groups()
    return _span(_minute(*parts[:4]), _minute(parts[4] or parts[0], *parts[5:]))


def _lengths() -> list[Rule]:
    return [
        rule(rf"({_N})个?半?(?:小时|钟头)", Tag.DURATION,
             lambda m: number_of(m[1]) * 60 + (30 if "半" in m[0] else 0)),
        rule(r"半个?(?:小时|钟头)", Tag.DURATION, 30),
        rule(rf"({_N})分钟?", Tag.DURATION, lambda m: number_of(m[1])),
    ]  # fmt: skip
