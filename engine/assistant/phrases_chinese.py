"""Answers in Chinese."""

from __future__ import annotations

from datetime import date

from engine.assistant.filters import names_of
from engine.assistant.heard import Why
from engine.assistant.phrases import clock_words, is_ever, last_of, local, one_day, parts, plain_number, shown
from engine.domain.answers import Figure, Quantity, Row
from engine.domain.days import DayRule
from engine.domain.questions import Days, Group, Measure, Only, Query

_WEEKDAYS = "周一 周二 周三 周四 周五 周六 周日".split()
_SENTENCES = {
    Measure.ACTIVE: "{of}：活动时间 {told}。",
    Measure.DEEP: "深度工作：{told}。",
    Measure.DISTRACTING: "分心时间：{told}。",
    Measure.SCORE: "专注分数为 {told}（满分 100）。",
    Measure.SWITCHES: "切换应用 {told} 次。",
    Measure.LONGEST: "在一个应用里连续最长 {told}。",
    Measure.SHARE: "{of}：占活动时间的 {told}。",
    Measure.OPENED: "{of}：切换到前台 {told} 次。",
    Measure.DAYS: "{of}：有 {told} 天。",
    Measure.AVERAGE: "{of}：平均每{per} {told}（只算有活动的{per}）。",
    Measure.FIRST: "{of}：最早从 {told} 开始。",
    Measure.LAST: "{of}：最后到 {told} 为止。",
    Measure.AWAY: "有记录但没有活动的时间：{told}。",
    Measure.BREAK: "一天之内最长 {told} 没有活动。",
}
_REFUSED = {
    Why.EMPTY: "没有问题内容。",
    Why.TOO_LONG: "问题太长了。请用一两句话只问一件事。",
    Why.UNKNOWN: "我不认识“{words}”：它不是你的分类、应用、项目或网站，也不是我能理解的词。",
    Why.NOTHING: "我不明白要问的是什么。",
    Why.FUTURE: "将来的时间还没有记录，无法回答。",
    Why.TWO_TIMES: "提到了几个时间，我无法判断它们之间的关系。",
    Why.TWO_NAMES: "问题里有几个名称，这个数字不能把它们放在一起回答。",
    Why.MEASURES: "这些数字不能一起回答。请一次只问一个。",
    Why.NOT_OF_ONE: "这个数字无法这样统计：分数、切换、连续时间和深度工作只按整天的全部时间统计，"
    "占比则需要一个分类、应用或项目。",
    Why.CLOCK: "一个时刻没有长度。请说明一天中的哪一段，或从几点到几点。",
    Why.EACH: "无法统计单次的长度。请改问平均每天、每周或每月多久。",
    Why.NOT: "没做的事无法统计。请按天问做了什么。",
    Why.TABLE: "两段时间只能比较一个数字。请分别问两张表。",
    Why.TOPIC: "请说明要找关于什么的文档。",
    Why.NO_DAY: "没有“{words}”这一天。",
    Why.BEYOND: "无法安排这样的时段：它必须在将来，最长 12 小时。",
}
_ASKED = {
    Why.NAME: "“{words}”是几样东西的名称。你指的是哪一个？",
    Why.WHEN: "你指的是哪些天？",
    Why.VAGUE: "“{words}”可以指很多天。你指的是哪些天？",
    Why.WHAT: "你指的是什么？请用名称来问。",
    Why.DURATION: "时段要多长？",
    Why.DAY: "安排在哪一天？",
}
_CHOICES = {
    Why.WHEN: (("今天", "今天"), ("本周", "本周"), ("上周", "上周"), ("全部时间", "至今")),
    Why.VAGUE: (("最近7天", "最近7天"), ("最近30天", "最近30天"), ("本月", "本月")),
    Why.DURATION: (("30 分钟", "30分钟"), ("1 小时", "1小时"), ("2 小时", "2小时")),
    Why.DAY: (("今天", "今天"), ("明天", "明天")),
}
_SAID = {
    "documents": "{of}，最相关的在前。引文为原文。",
    "found_documents": "{count} 个文档里有",
    "best_documents": "还有更多文档，这里是最相关的 {count} 个",
    "attended": "{of}。引文为原文；百分比是每句在所有查看过的句子中得到的注意力份额。",
    "no_documents": "没有文档包含这些词。",
    "documents_basis": "已索引的文档，搜索：{topic}",
    "kept": "可衡量的计划时间中有 {share} 用在了原定的事情上：{planned} 中的 {matching}。",
    "nothing_planned": "那段时间没有可衡量的计划。",
    "kept_basis": "计划与记录的对比，{period}",
    "forecast": "下一个适合专注的时间：{start} 到 {end}，预计约 {minutes} 分钟专注。",
    "no_forecast": "了解得还太少，说不出合适的时间。",
    "forecast_else": "那一天目前没有推荐的时间；下一个合适的时间：{start} 到 {end}。",
    "best_time": "那段时间里最适合专注的空闲时间：{start} 到 {end}，预计约 {minutes} 分钟专注。",
    "best_basis": "学习模型的最近一次预测和你的计划；{period}",
    "forecast_basis": "此刻的预测，依据你自己的历史和空闲时间",
    "propose": "要安排“{title}”，从 {start} 到 {end} 吗？确认之前不会安排任何内容。",
    "planned": "已安排：“{title}”，从 {start} 到 {end}。可以在计划中撤销。",
    "no_room": "那一天没有这么长的空闲时间。",
    "nothing_to_confirm": "没有需要确认的内容。",
    "plan_basis": "计划中的空闲时间，{period}",
    "block": "专注",
    "guessed": "我没有完全理解。你是想问：",
    "guessed_unknown": "我不认识“{words}”。你是想问：",
    "read_as": "按“{question}”理解",
    "before_first": "那时还没有记录：最早的记录是{first}。",
    "changed": "那段时间现在已被占用。请重新提问。",
}
_BY = {
    Group.DAY: "天", Group.WEEK: "周", Group.MONTH: "月", Group.HOUR: "小时", Group.WEEKDAY: "星期几",
    Group.CATEGORY: "分类", Group.APP: "应用", Group.PROJECT: "项目",
}  # fmt: skip


class Chinese:
    """Says everything in Simplified Chinese."""

    examples = ("我上周在邮件上花了多少时间？", "本月我用得最多的应用是什么？", "我昨天的专注分数是多少？")

    def period(self, days: Days) -> str:
        """Return the days in words."""
        if is_ever(days):
            return f"{_day(days.start)}以来的全部记录"
        last = last_of(days)
        if one_day(days):
            return f"{_day(last)}（{_WEEKDAYS[last.weekday()]}）"
        return f"{_day(days.start)}至{_day(last)}"

    def basis(self, query: Query, days: Days) -> str:
        """Return the period and the filter in words."""
        said = [self.period(days)]
        if query.weekdays:
            said.append("仅" + "、".join(_WEEKDAYS[number] for number in sorted(query.weekdays)))
        if query.clock is not None:
            said.append(f"仅 {clock_words(query.clock)}")
        if not query.only.anything:
            said.append("仅" + "或".join(self._kind(one) for one in names_of(query)))
        if query.measure is Measure.OPENED:
            said.append("从别处切换过来算一次，每天重新计")
        if query.measure is Measure.AVERAGE and query.by is not None:
            said.append("按有活动的日子平均")
        if query.against is not None:
            said.append(f"与{self.period(query.against)}比较")
        return "；".join(said)

    def _kind(self, only: Only) -> str:
        name = f"“{shown(only.name)}”"
        if only.category_id is not None:
            return f"分类{name}及其下级"
        sorts = ((only.app, "应用"), (only.project, "项目"), (only.site, "网站"))
        return next((f"{sort}{name}" for value, sort in sorts if value), f"标题含有{name}的时间")

    def length(self, ms: int) -> str:
        """Return a length of time."""
        hours, minutes, seconds = parts(ms)
        if hours:
            return f"{hours} 小时 {minutes:02} 分钟"
        return f"{minutes} 分钟" if minutes else f"{seconds} 秒"

    def figure(self, figure: Figure, rule: DayRule) -> str:
        """Return the number as a person reads it."""
        if figure.quantity is Quantity.MS:
            return self.length(int(figure.value or 0))
        if figure.quantity is Quantity.MOMENT:
            moment = local(int(figure.value or 0), rule)
            return f"{_day(moment.date())} {moment:%H:%M}"
        return plain_number(figure)

    def answer(self, query: Query, told: str) -> str:
        """Return the sentence around one number."""
        return _SENTENCES[query.measure].format(of=self._of(query), told=told, per=_BY[query.per])

    def _of(self, query: Query) -> str:
        if query.also:
            return shown("和".join(one.name for one in names_of(query)))
        return "合计" if query.only.anything else shown(query.only.name)

    def compared(self, query: Query, told: tuple[str, str, str], sign: int) -> str:
        """Return the sentence around two numbers."""
        now, before, between = told
        if query.also:
            first, second = (shown(one.name) for one in names_of(query))
            told_apart = f"{'多' if sign > 0 else '少'} {between}" if sign else "相同"
            return f"{first}：{now}，{second}：{before}；{told_apart}。"
        if not sign:
            return f"{self._of(query)}：{now}，与之前相同。"
        return f"{self._of(query)}：{now}，对比 {before}，{'多' if sign > 0 else '少'} {between}。"

    def ranked(self, query: Query, first: Row, told: str) -> str:
        """Return the sentence that names the first row."""
        return f"{'最多' if query.most else '最少'}：{self.label(query, first)}，{told}。"

    def label(self, query: Query, row: Row) -> str:
        """Return what to call a row."""
        if query.by is Group.WEEKDAY:
            return _WEEKDAYS[int(row.key)]
        if query.by is Group.HOUR:
            return f"{row.key}:00"
        if query.by is Group.WEEK:
            return f"{row.key} 起的一周"
        return shown(row.label) or {Group.APP: "无应用", Group.PROJECT: "无项目"}.get(query.by or Group.DAY, "无分类")

    def listed(self, query: Query) -> str:
        """Return the sentence above a table."""
        return f"{self._of(query)}，按{_BY[query.by] if query.by else ''}："

    def nothing(self) -> str:
        """Say that nothing was recorded there."""
        return "那段时间没有任何记录。"

    def refusal(self, why: Why, words: str) -> str:
        """Say why the question is not answered."""
        return _REFUSED.get(why, _REFUSED[Why.NOTHING]).format(words=shown(words))

    def asks(self, why: Why, words: str) -> str:
        """Ask back."""
        return _ASKED[why].format(words=shown(words))

    def choices(self, why: Why) -> tuple[tuple[str, str], ...]:
        """Return what can be chosen."""
        return _CHOICES.get(why, ())

    def named(self, only: Only) -> tuple[str, str]:
        """Return one meaning of a name."""
        if only.category_id is not None:
            return f"分类 {only.name}", f"分类 {only.name} "
        kind = "应用" if only.app else "项目" if only.project else "网站"
        return f"{kind} {only.name}", f"{kind} {only.app or only.name} "

    def joined(self, question: str, addition: str) -> str:
        """Return a question with what was missing."""
        return f"{addition}{question}"

    def say(self, key: str, **values: object) -> str:
        """Return one of the other sentences with its values filled in."""
        return _SAID[key].format(**values)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
