"""What is asked for, in Chinese words."""

from __future__ import annotations

from engine.assistant.tokens import Rule, Tag, rule
from engine.domain.questions import Group, Measure

_GROUPS = {
    Group.APP: r"应用(?:程序)?|软件|程序|工具|app",
    Group.CATEGORY: r"分类|类别|种类|活动类型|类型",
    Group.PROJECT: r"项目",
}
_EACH = {
    Group.DAY: r"按天|逐日|按日|每天|每日|一天一天",
    Group.WEEK: r"按周|逐周|每周|每个?星期|每个?礼拜|周趋势|一周一周",
    Group.MONTH: r"按月|逐月|每月|每个月|月趋势",
    Group.HOUR: r"按小时|逐小时|每小时|按时段",
    Group.WEEKDAY: r"按星期几|按周几",
    Group.CATEGORY: r"按(?:照)?(?:分类|类别)",
    Group.APP: r"按(?:照)?(?:应用|软件|程序)",
    Group.PROJECT: r"按(?:照)?项目",
}
_MEASURES = {
    Measure.OPENED: r"(?:打开|点开|查看|看|查|启动|切换到|切到|进|去|上|开|用)(?:了|过)?(?:多少|几)(?:次|回|遍)"
    r"|(?:多少|几)(?:次|回|遍)(?:打开|看|用)?",
    Measure.SCORE: r"效率|高效|专注(?:分数|得分|评分|指数|度|程度)|有多专注|多专注|专注(?:得)?怎么样",
    Measure.SWITCHES: r"(?:应用|软件|窗口)?(?:切换|换)(?:了)?(?:多少次|几次|多少回|几回|次数)?(?:应用|软件|窗口"
    r"|程序)?(?:的)?(?:次数|多少次|几次)?",
    Measure.LONGEST: r"(?:最长|最久)(?:的)?(?:一段|一次)?(?:不间断|连续|不被打断|专注)(?:的)?(?:一段|一次)?(?:时间"
    r"|工作)?|(?:不间断|连续|不被打断)(?:的)?(?:工作|使用)?(?:最长|最久)(?:的)?(?:一段|一次|时间)?"
    r"|最长(?:的)?(?:一段|一次)(?:连续|不间断)?(?:时间)?",
    Measure.SHARE: r"占(?:了|用)?(?:我)?(?:的)?(?:多少|多大|几成)?(?:的)?(?:比例|比重|百分之几|百分比|份额|几成)"
    r"|百分之(?:多少|几)|比例|占比|多大比重",
    Measure.DAYS: r"(?:有|在)?(?:多少|几)(?:个)?天(?:里|中)?(?!前)|天数|多少个?日子",
    Measure.AVERAGE: r"一般|通常|平时(?!间)|平均每天|每天平均|日均|平均一天|一天平均|平均",
    Measure.FIRST: r"第一次|首次|最早|最先|(?:什么时候|几点|何时)(?:开始|起)|开始(?:工作)?",
    Measure.LAST: r"(?:工作|忙|用|干|做)?到(?:了)?(?:几点|什么时候|多晚)"
    r"|(?:几点|什么时候)(?:收工|下班|忙完|关机|走)(?:的)?"
    r"|最后(?:一次)?|上一次|最晚|(?:什么时候|几点|何时)(?:结束|停止|下班|收工)|结束(?:工作)?|最近一次",
    Measure.AWAY: r"离开(?:电脑|座位|了)*|不在电脑前|空闲|闲置",
    Measure.BREAK: r"(?:休息|停顿|间隔|中断)(?:时间|得)?(?:最长|最久)(?:的)?(?:一次|一段)?(?:是)?"
    r"|(?:最长|最久)(?:的)?(?:那)?(?:一次|一段)?(?:休息|停顿)|最长(?:的)?(?:一次)?(?:休息|间隔|停顿|中断|离开)(?:时间)?",
    Measure.DEEP: r"深度工作(?:了)?(?:时间|时长)?|专注(?:的)?(?:工作|时间|时长|分钟)|深入工作",
    Measure.DISTRACTING: r"分心(?:的)?(?:时间|时长)?|浪费(?:了)?(?:的)?(?:时间)?|摸鱼",
}
_FILLERS = (
    r"刷了?|看了?|写了?|玩了?|听了?|回了?|我们|有没有|我|你|您|请问|请|告诉|的|了|在|上面|上|里面|里|花费|花在|花|用在|用了|使用|用|工作|活动|打开|待|做|干"
    r"|忙|去|过|有|是|多少|多长|多久|几|个|时间|时长|小时|分钟|钟头|点"
    r"|一共|总共|总计|合计|总|共|都|什么时候|何时|几点|什么|哪些|哪|吗|呢|啊|吧|呀|看看|看|显示|列出|列|给|帮|统计"
    r"|长|久|大|于|电脑前|电脑|前|后|情况|怎么样|怎样|如何|又|一下"
    r"|数据|数|和|与|该|每|这|那|占用|占|到|从|段|次|天|得|地|被|把|所|只|就|想|知道|一|把|主要|进行|面前|再|如果"
    r"|变化|左右|期间|之间|其中|做了|时|的话|花了|还|应该|大概|具体"
)


_COUNTS = {"两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "八": "8", "十": "10"}


def word_rules() -> list[Rule]:
    """Return what can be asked for."""
    return [*_figures(), *_tables(), *_around()]


def _figures() -> list[Rule]:
    which = r"(?:哪个|哪些|哪一个|什么|哪几个|哪种|何种)"
    return [
        *(rule(words, Tag.MEASURE, measure) for measure, words in _MEASURES.items()),
        *(rule(words, Tag.GROUP, group) for group, words in _EACH.items()),
        *(rule(rf"{which}(?:{words})", Tag.WHICH, group) for group, words in _GROUPS.items()),
        *(rule(rf"(?:{words})(?:的)?(?:是)?{which}", Tag.WHICH, group) for group, words in _GROUPS.items()),
        *(rule(rf"(?:{words})(?:有哪些|是什么|排行榜?|排名"
            rf"|分布)", Tag.WHICH, group) for group, words in _GROUPS.items()),
        *(rule(words, Tag.SORT, group) for group, words in _GROUPS.items()),
        rule(r"哪一?天|哪一日|哪几天|是哪一?天", Tag.WHICH, Group.DAY),
        rule(r"哪个?(?:一)?(?:周|星期|礼拜)(?!几)", Tag.WHICH, Group.WEEK),
        rule(r"哪个?(?:一个?)?月", Tag.WHICH, Group.MONTH),
        rule(r"周几|星期几|礼拜几", Tag.WHICH, Group.WEEKDAY),
        rule(r"哪个时段|几点钟?最|哪个?小时", Tag.WHICH, Group.HOUR),
        rule(r"时间(?:都)?(?:去|花|用)(?:在|到)?(?:了)?(?:哪儿?|哪里|什么地方|什么)(?:了"
            r"|上)?", Tag.WHICH, Group.CATEGORY),
        rule(r"(?:都)?(?:做|干|忙)了?(?:些)?什么", Tag.WHICH, Group.CATEGORY),
    ]  # fmt: skip


def _tables() -> list[Rule]:
    return [
        rule(r"最(?:多|长|忙|常用?|久|高|大|好|高效|主要|容易|爱|频繁|经常)"
             r"|排行榜?|排名|前几|分布|最长时间", Tag.RANK, True),
        rule(r"最(?:少|短|闲|低|小|差|不常用?)", Tag.RANK, False),
        rule(r"前(\d{1,2}|三|五|十)(?:个|名|位)?"
             r"|(\d{1,2}|两|三|四|五|六|八|十)个(?=应用|软件|程序|工具|分类|类别|项目)", Tag.TOP,
             lambda m: int(_COUNTS.get(m[1] or m[2], m[1] or m[2]))),
        rule(r"比|相较于|跟|和(?=.{1,6}(?:比|相比|对比))", Tag.COMPARE, False),
        rule(r"比较|对比|相比(?:较)?|相较|更?多(?:吗|还是)?|更?少(?:吗|还是)?|差(?:多少"
            r"|别)", Tag.COMPARE, True),
        rule(r"趋势|走势|变化趋势|发展", Tag.TREND, True),
        rule(r"(?:按|照)?(?:着)?计划(?:完成|执行|进行|做|来)?(?:得|了)?(?:怎么样|如何|多少|吗)?|计划(?:与|和"
            r"|对)实际|(?:遵守|坚持)(?:了)?计划|计划(?:完成|执行)(?:率|度|情况)",
             Tag.KEPT, True),
        rule(r"(?:在)?(?:哪|什么)(?:些|个|篇|份)?(?:文档|文件|文章|论文|笔记|资料)(?:里|中|上)?(?:我)?(?:读|看|写"
            r"|提)?(?:到|过|了)?(?:过)?(?:关于|有关|提到|讲|谈到|说)?"
             r"|(?:查找|搜索|找)(?:一下)?(?:我的)?(?:文档|文件|笔记)(?:中|里)?(?:关于|有关)?"
             r"|(?:我)?在哪(?:里|儿)?(?:读|看|写)(?:到|过)(?:了|过)?(?:关于|有关)?",
             Tag.DOCUMENTS, True),
        rule(r"(?:什么时候|几点|何时)(?:最)?(?:适合|该|应该|可以|能)(?:做|安排|进行)?(?:深度工作|专注(?:工作)?"
            r"|集中精力)|(?:深度工作|专注)(?:的)?最佳时间|(?:什么时候|何时)(?:最)?(?:容易|能)专注"
             r"|专注预测|(?:什么时候|几点|何时)(?:做|去|来)?(?:深度工作|专注|专心)(?:工作)?(?:最好|比较好|合适|最合适|最佳)"
             r"|能(?:不能|否)?(?:专心|专注|集中)(?:精力|工作|吗|多久)*|(?:什么时候|几点|何时|哪个时段)(?:最)?(?:适合|合适|能|容易)"
             r"(?:专心|专注|集中精力|做?深度工作)|适合(?:专注|深度工作)的时间", Tag.FORECAST, True),
        rule(r"(?:帮我|请|给我)?(?:安排|预留|留出|留|规划|计划|预约|划出|腾出)(?=.{0,16}(?:小时|分钟"
            r"|钟头))", Tag.BLOCK, True),
    ]  # fmt: skip


def _around() -> list[Rule]:
    return [
        rule(r"那么?|换成|换做|改成|那如果|同样|只看|只算|仅限|仅看|又是|再", Tag.FOLLOW, True),
        rule(r"将会?|会(?=在)", Tag.FUTURE, True),
        rule(r"它们?|这个(?!周|月|星期|礼拜|季)|那个", Tag.IT, True),
        rule(r"和|与|跟|以及|还有|或者?|还是", Tag.AND, True),
        rule(r"多少钱|(?:多少|几)(?:个)?(?:字|人|步|条消息|封邮件)", Tag.FOREIGN, lambda m: m[0]),
        rule(r"从|自从?", Tag.FROM, True),
        rule(r"到|至", Tag.TO, True),
        rule(r"用来|用于|给|为了?", Tag.FOR, True),
        # Said so it is a verb, also where a category is called 工作.
        rule(r"工作(?:了)?(?:多久|多长时间|多长|多少(?:个)?小时|几个?小时|多少时间)|我工作(?:了)?", Tag.FILLER, True),
        rule(_FILLERS, Tag.FILLER, True),
    ]  # fmt: skip
