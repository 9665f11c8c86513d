"""What is asked for, in English words."""

from __future__ import annotations

from engine.assistant.tokens import SPREAD, Rule, Tag, rule
from engine.domain.questions import Group, Measure

_ME = r"(?:did |have |do |was |am |i |my )*"
_GROUPS = {
    Group.APP: r"apps?|applications?|programs?|software|tools?",
    Group.CATEGORY: r"categor(?:y|ies)|activit(?:y|ies)|kinds? of work",
    Group.PROJECT: r"projects?",
    Group.DAY: r"days?|dates?",
    Group.WEEK: r"weeks?",
    Group.MONTH: r"months?",
    Group.WEEKDAY: r"weekday|day of the week",
    Group.HOUR: r"hours? of the day|time of (?:the )?day|hour",
}
_EACH = {
    Group.DAY: r"day by day|daily|by day|per day|(?:for )?each day|every day",
    Group.WEEK: r"week by week|weekly|by week|per week|(?:for )?each week|every week|a week",
    Group.MONTH: r"month by month|monthly|by month|per month|(?:for )?each month|every month|a month",
    Group.HOUR: r"by hour(?: of the day)?|per hour|hourly|hour by hour|by time of day",
    Group.WEEKDAY: r"by weekday|per weekday|by day of the week",
    Group.CATEGORY: r"(?:by|per|for each) category|by categories",
    Group.APP: r"(?:by|per|for each) (?:app|application|program)",
    Group.PROJECT: r"(?:by|per|for each) project",
}
_MEASURES = {
    Measure.SCORE: r"productive|efficient|how productive(?:ly)?|productivity|focus scores?|how (?:focus+ed"
    r"|concentrated)|focus rating|score",
    Measure.SWITCHES: r"(?:app |application )?switch(?:es|ed)?(?: (?:of )?(?:apps?|applications?))?"
    r"|context switch(?:es)?"
    r"|(?:how (?:many times|often) (?:did|do) i )?(?:change|changed|switch|switched)(?: between)? (?:apps?"
    r"|applications?|windows|programs)",
    Measure.LONGEST: r"(?:record|best) (?:uninterrupted |unbroken |focus(?:ed)? )*(?:stretch|run|streak)"
    r"|longest (?:uninterrupted |unbroken |focus(?:ed)? |continuous )*(?:stretch|time|run|streak"
    r"|period|session)"
    r"(?: (?:of |without (?:a |any )?)(?:switch(?:ing)?|interruptions?|focus|work|break|pause|interruption)"
    r"| at a stretch| in one app)?"
    r"|longest stretch"
    r"|(?:did i )?(?:stay|stayed|stick) (?:with|in) one app(?: at most)?|at a stretch",
    Measure.SHARE: r"(?:what |which )?(?:share|percentage|percent|fraction|proportion|part) of (?:my |the "
    r"|all )?(?:time|day|week|month|hours)(?! before)"
    r"|(?:what |which )?(?:share|percentage|percent|fraction|proportion)(?: of)?|in percent|%|how much of (?:my"
    r"|the|all) (?:time|day|week)",
    Measure.OPENED: r"how frequently (?:did|was|have|do)(?: i)?(?: (?:in|on|at|open|opened|use|used|check|checked))?"
    r"|(?:how (?:many times|often)|number of times|count how often) (?:(?:did|do|have|had) )?(?:i )?"
    r"(?:actually |even |really )?(?:open(?:ed)?|check(?:ed)?|look(?:ed)? at|launch(?:ed)?|start(?:ed)?|go(?:ne)? to"
    r"|went to|switch(?:ed)? to|use[ds]?|visit(?:ed)?|return(?:ed)? to|read|click(?:ed)?(?: on)?)"
    r"|how (?:many times|often)(?= (?:was|were|did|in|on|do))",
    Measure.DAYS: r"(?:on |in )?how many (?:different )?days|number of days|(?:count|how often) the days"
    r"|count (?:of )?days",
    Measure.AVERAGE: r"(?:on )?(?:an? )?average(?: day)?(?: (?:per|a|each) day)?|average (?:\w+ )?time per day"
    r"|a day on average"
    r"|daily average|average daily|(?:hours|time|minutes) (?:a|per) day(?: on average)?|per day on average"
    r"|on average(?: (?:per"
    r"|a|each|every) day)?|usually|normally|typically|on a (?:typical|normal|usual) day|average(?: time| hours)?",
    Measure.FIRST: r"(?:when|what time) did i (?:get (?:to work|going|started)|sit down|arrive)|how early (?:did"
    r"|was|have) i(?: start(?:ed)?| begin| work(?:ed|ing)?)?|when (?:did"
    r"|was) (?:i )?(?:the )?(?:first|begin|start)(?: time)?|(?:what time"
    r"|when) did i (?:start|begin|first)"
    r"|first time|for the first time|first|earliest|(?:what time|when) did (?:i|my day) (?:start"
    r"|begin)(?: work(?:ing)?)?|start(?:ed)?|begin|began",
    Measure.LAST: r"when (?:did|was) (?:i )?(?:the )?last(?: time)?|(?:what time|when) did i (?:stop|finish|end"
    r"|last)|last time|for the last time"
    r"|when (?:exactly )?did i (?:quit|knock off|wrap up|pack up|leave)(?: work(?:ing)?)?|how late (?:did|was"
    r"|have) i(?: work(?:ed|ing)?)?|until when(?: did i)?(?: work)?"
    r"|(?:what time|when) did i (?:leave|call it a day|log off|shut down)|(?:what time|when) was i done"
    r"|latest|last (?:use|used|open|opened|see|saw|work|worked|in)|(?:what time|when) did (?:i|my day) (?:stop"
    r"|finish|end)(?: work(?:ing)?)?|stop(?:ped)?|finish(?:ed)?",
    Measure.AWAY: r"gone(?: from (?:the |my )?(?:desk|computer))|away(?: from (?:the |my )?(?:computer|desk"
    r"|keyboard|machine))?|idle|not at (?:the"
    r"|my) (?:computer|desk)",
    Measure.BREAK: r"longest (?:break|pause|gap|time away)|biggest (?:break|pause|gap)|longest (?:break"
    r"|gap) (?:between|without) \w+",
    Measure.DEEP: r"deep(?:ly)?(?: work)?|work(?:ed|ing)? deeply|deep focus|focus(?:ed)? (?:time|minutes|hours"
    r"|work)|concentrated work",
    Measure.DISTRACTING: r"distract(?:ed|ing|ions?)(?: time)?|wast(?:e|ed|ing)(?: time)?|procrastinat(?:e|ed|ing)"
    r"|slack(?:ed|ing)? off|goof(?:ed|ing)? (?:off|around)|unproductive(?: time)?",
}
_FILLERS = (
    r"'s|workdays?(?= (?:last|length))|length of (?:my |a )?(?:work ?day|day)|screen time|time on screen|overtime"
    r"|manage(?:d)?|stay(?:ed)?(?: off)?|how bad|bad|totals?|ate|eats?(?: up)?"
    r"|ate up|hog(?:s|ged)?|exactly|roughly|approximately|quick(?:ly)?|end up|ended up|keep|kept busy|wins?|tell me"
    r"|whats|hows|wheres|check(?:ed)?|checking|look at|goes|writing|wrote|doing|watching|watched|reading|kind of"
    r"|yesterday's|today's|what's|how's|where's|when's|how (?:much|long|many|did|does|is|was)|much|long|many|what"
    r"|which|when|where"
    r"|who(?=\b)|did|do|does|was|were"
    r"|is|are|am|has|have|had|be|been"
    r"|i|i'm|i've|my|me|mine|we|you|the|a|an|of|on|in|at|to|into|for|with|during|over|by|from|it take|total|time"
    r"|times|hours?|minutes?|min|h"
    r"|days?|length|duration|spend|spent|spending|use|used|using|usage|work|worked|working|active|activity"
    r"|computer|go|went|gone|going|put|open|opened|opening"
    r"|have open|take|took|taken|please|tell|show|give|list|display|see|know|let|can|could|would|all|together"
    r"|altogether|whole|that|this|there"
    r"|doing|done|make|made|get|got|look|looked|looking|like|just|really|actually|exactly|in front(?: of)?|front"
    r"|go to|at the|up|well|so|then|as|as well"
    r"|develop(?:ed)?|change[ds]?|amount|figures?|numbers?|number of|spent on|had|sum|count|came|come|about"
    r"|long it|most active|active time|hi|hello|thanks|hey|kairos"
    r"|if|only|also|now|app|ok|okay|some|any|per|each|every|be|whole|entire|report|summary|overview|statistics"
    r"|stats|time on|time in"
)


def word_rules() -> list[Rule]:
    """Return what can be asked for."""
    return [*_figures(), *_tables(), *_around()]


def _figures() -> list[Rule]:
    return [
        *(rule(words, Tag.MEASURE, measure) for measure, words in _MEASURES.items()),
        *(rule(words, Tag.GROUP, group) for group, words in _EACH.items()),
        *(
            rule(rf"(?:(?:in |on )?(?:which|what)(?: were| was| are| is)? (?:of )?(?:the "
                rf"|my )?)(?:{words})", Tag.WHICH, group)
            for group, words in _GROUPS.items()
        ),
        *(rule(_GROUPS[group], Tag.SORT, group) for group in (Group.APP, Group.CATEGORY, Group.PROJECT)),
        rule(r"what (?:did|do|have) i (?=wast)", Tag.WHICH, Group.CATEGORY),
        rule(r"(?:time|productivity) (?:sinks?|eaters?|wasters?|hogs?|thieves)", Tag.WHICH, Group.CATEGORY),
        rule(r"what (?:was|am|were|have) i (?:been )?(?:doing|up to|working on|busy with)", Tag.WHICH, Group.CATEGORY),
        rule(r"what (?:took|takes|has taken)(?: up)?", Tag.WHICH, Group.CATEGORY),
        rule(r"where (?:did|has|does) (?:all )?(?:my |the )?time (?:go|gone|went)", Tag.WHICH, Group.CATEGORY),
        rule(r"what (?:did|have|do) i (?:spend|spent|do|done|work on|worked on|use)(?: (?:the most|most"
            r"|my)(?: of my)?)?(?: (?:of )?time)?"
             r"(?: on)?", Tag.WHICH, Group.CATEGORY),
    ]  # fmt: skip


def _tables() -> list[Rule]:
    return [
        rule(r"break ?down(?: of)?(?: my)?|broken down|split(?: up)?|distribution(?: of)?", Tag.RANK, SPREAD),
        rule(r"(?:the |my )?(?:most(?: often| used| frequent(?:ly)?| frequently used| time| active| of (?:my"
            r"|the) time)?|biggest|busiest|largest|longest|top|highest|best|main"
             r"|favou?rite|rank(?:ing|ed)?(?: of)?|the longest)", Tag.RANK, True),
        rule(r"(?:the |my )?(?:least(?: used| often| time| active)?|smallest|shortest|lowest|fewest|worst|quietest"
            r"|laziest)", Tag.RANK, False),
        rule(r"(?:top|first|the) (\d{1,2}|three|five|ten)(?: most(?: used)?| biggest)?", Tag.TOP,
             lambda m: int({"three": "3", "five": "5", "ten": "10"}.get(m[1], m[1]))),
        rule(r"(?:my )?(?:busiest|most active|longest|best"
            r") day(?: of the week)?", Tag.WHICH, Group.DAY),
        rule(r"(?:when |what |which )?(?:was |is )?(?:the |my )?last day(?: that| on which| when)?(?= i )", Tag.MEASURE,
             Measure.LAST),
        rule(r"(?:at )?(?:what|which) (?:time of (?:the )?day|hours?(?: of the day)?)", Tag.WHICH, Group.HOUR),
        rule(r"than|more than|less than|compared (?:to|with)|in comparison (?:with|to)"
             r"|relative to", Tag.COMPARE, False),
        rule(r"(?:day|week|month|weekday|hour)", Tag.BARE, lambda m: Group(m[0])),
        rule(r"(?:who|which|what) wins|which (?:one )?(?:did i use|was used) (?:more|longer)", Tag.COMPARE, True),
        rule(r"compare(?: to| with)?|comparison|versus|vs\.?|busier|longer"
            r"|shorter|more|less|fewer"
            r"|differ(?:ence|ent)?(?: between)?"
             r"|against", Tag.COMPARE, True),
        rule(r"trends?|develop(?:ment|ed)?(?: of)?|over time|course|evolv(?:e|ed)|history of", Tag.TREND, True),
        rule(r"(?:did i )?(?:keep|kept|stick|stuck|follow(?:ed)?|hold|held)(?: to)? (?:my |the )?plan"
            r"|plan (?:vs\.?|versus|against|and) (?:actual|reality)"
             r"|(?:my )?planned(?: blocks| time)?|adherence|my plan|according to plan", Tag.KEPT, True),
        rule(r"(?:in )?(?:which|what) (?:documents?|files?|papers?|notes?|pdfs?)(?: did i)?(?: (?:read|see|write"
            r"|say|mention|talk|are|is|was|were|have|find))?"
             r"(?: something| anything)?(?: (?:about|on|of|with|mention(?:s|ing)?|contain(?:s|ing)?|for))?"
             r"|where did i (?:read|see|write|note)(?: something| anything)?(?: about| on| of)?"
             r"|what do my (?:documents|notes|files) say(?: about| on)?"
             r"|(?:find|search)(?: for)?(?: me)?(?: the| my| in my)? (?:documents?|files?|notes?"
             r"|papers?)(?: (?:about|on|with|for|mentioning))?", Tag.DOCUMENTS, True),
        *_ahead(),
    ]  # fmt: skip


def _ahead() -> list[Rule]:
    return [
        rule(r"when (?:should|could|can|would|shall) i (?:best )?(?:do |plan |schedule |have )?(?:my "
            r"|some )?(?:deep work|focus(?:ed)?(?: work| time)?|concentrate|work deeply|work focused)"
             r"|best time (?:to|for) (?:focus(?:ed work)?|deep work|concentrate|work)|when (?:am i"
             r"|will i be) (?:most|best) (?:likely to )?focus(?:ed)?"
             r"|when is (?:focus|deep work) likely|focus forecast|when (?:will|can|could"
             r"|might) i (?:be able to )?(?:best )?"
             r"(?:focus|concentrate|do (?:my )?deep work|be (?:most )?(?:focused|productive))(?: best)?"
             r"|(?:a )?(?:good|suitable|suited|ideal|right|fit) (?:time )?(?:for|to) (?:deep work|concentrat(?:e|ing)"
             r"|focus(?:ing|ed work)?|focused work|hard work)|(?:find|give|get)(?: me)? (?:a |some )?(?:quiet|good"
             r"|free|calm) "
             r"(?:slot|time|moment|hour|spot)|to (?:focus|concentrate)(?: in)?|best concentrate|best focus"
             r"|how (?:focused|productive|concentrated) (?:will|can|am) i (?:likely )?(?:to )?be"
             r"|(?:when (?:is|are|will be) )?(?:my |the )?(?:best|good|ideal) (?:time|times|hours|slot"
             r"|moment) (?:to|for)"
             r" (?:focus(?:ed work)?|deep work|concentrate|concentrating|focusing|focused work)"
             r"|will i be (?:able to )?(?:focus(?:ed)?|concentrated?|productive)", Tag.FORECAST, True),
        rule(r"(?:please )?(?:block(?: off| out)?|reserve|schedule|plan|book|set aside|put)(?: me| in)?(?= (?:\d"
            r"|an? |one|two|three|four|five|six|half))",
             Tag.BLOCK, True),
    ]  # fmt: skip


def _around() -> list[Rule]:
    return [
        rule(r"how much money|how many (?:words|people|messages|calls|lines|pages)", Tag.FOREIGN, lambda m: m[0]),
        rule(r"and|but|or|,|plus|as well as|along with|together with|&|\+", Tag.AND, True),
        rule(r"not|never", Tag.NOT, True),
        rule(r"or not", Tag.FILLER, True),
        rule(r"(?:length|duration) of (?:a|an|one|each|every)(?! (?:work ?)?day)|single|typical(?! day)",
             Tag.EACH, True),
        rule(r"length|duration", Tag.EACH, False),
        rule(r"from|between", Tag.FROM, True),
        rule(r"to|until|till|through|-|–", Tag.TO, True),
        rule(r"for", Tag.FOR, True),
        rule(r"what about|how about|and what about|same (?:question )?(?:for|with)|the same (?:for|with)|and for"
            r"|and in|instead|only|just|restrict (?:that |it |this )?to|limit (?:that |it )?to"
             r"|how was it|what was it|and then", Tag.FOLLOW, True),
        rule(r"will|shall|going to", Tag.FUTURE, True),
        rule(r"it|this one|that one|them|these|those", Tag.IT, True),
        # Said of oneself these are verbs, also where a category is called Work or Reading.
        rule(r"(?:did|do|have|had|was|am) i (?:work(?:ed|ing)?|stud(?:y|ied|ying)|learn(?:ed|ing)?|read(?:ing)?)"
             r"(?: on)?|i work(?:ed)?(?: on)?", Tag.FILLER, True),
        rule(_FILLERS, Tag.FILLER, True),
    ]  # fmt: skip
