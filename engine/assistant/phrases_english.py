"""Answers in English."""

from __future__ import annotations

from engine.assistant.filters import names_of
from engine.assistant.heard import Why
from engine.assistant.phrases import clock_words, is_ever, last_of, local, one_day, parts, plain_number, shown
from engine.domain.answers import Figure, Quantity, Row
from engine.domain.days import DayRule
from engine.domain.questions import Days, Group, Measure, Only, Query

_WEEKDAYS = "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split()
_SENTENCES = {
    Measure.ACTIVE: "{of}: {told} of active time.",
    Measure.DEEP: "Deep work: {told}.",
    Measure.DISTRACTING: "Distracting time: {told}.",
    Measure.SCORE: "The focus score was {told} of 100.",
    Measure.SWITCHES: "You switched apps {told} times.",
    Measure.LONGEST: "The longest stretch in one app lasted {told}.",
    Measure.SHARE: "{of}: {told} of the active time.",
    Measure.OPENED: "{of}: came to the front {told} times.",
    Measure.DAYS: "{of}: on {told} days.",
    Measure.AVERAGE: "{of}: {told} a {per} on average, over the {per}s on which anything was active.",
    Measure.FIRST: "{of}: first at {told}.",
    Measure.LAST: "{of}: last until {told}.",
    Measure.AWAY: "Recorded time without activity: {told}.",
    Measure.BREAK: "The longest time without activity within a day lasted {told}.",
}
_REFUSED = {
    Why.EMPTY: "There is no question.",
    Why.TOO_LONG: "This is too long for a question. Ask one thing in one or two sentences.",
    Why.UNKNOWN: "I do not know “{words}”: it is no category, app, project or site of yours, and no word I understand.",
    Why.NOTHING: "I do not understand what is asked for.",
    Why.FUTURE: "Nothing is recorded of the time ahead, so this cannot be told.",
    Why.TWO_TIMES: "Several times are named, and I cannot tell how they belong together.",
    Why.TWO_NAMES: "Several names are in the question, and this figure cannot be told of them together.",
    Why.MEASURES: "These figures cannot be told together. Ask for one at a time.",
    Why.NOT_OF_ONE: "This figure is not told for that: scores, switches, stretches and deep work are of"
    " all time of whole days, and a share needs a category, an app or a project.",
    Why.CLOCK: "A single moment holds no time. Name a part of the day, or from when to when.",
    Why.EACH: "How long single ones last is not told. Ask for the mean per day, per week or per month.",
    Why.NOT: "What was not done cannot be told. Ask for what was done, day by day.",
    Why.TABLE: "Two periods are compared in one number. Ask for each of the tables alone.",
    Why.TOPIC: "Say what the documents are to be about.",
    Why.NO_DAY: "There is no such day: “{words}”.",
    Why.BEYOND: "Such a block cannot be planned: it must lie ahead and last at most 12 hours.",
}
_ASKED = {
    Why.NAME: "“{words}” is the name of several things. Which one?",
    Why.WHEN: "Which days do you mean?",
    Why.VAGUE: "“{words}” can mean many days. Which ones?",
    Why.WHAT: "What do you mean by that? Ask with its name.",
    Why.DURATION: "How long shall the block be?",
    Why.DAY: "On which day?",
}
_CHOICES = {
    Why.WHEN: (("today", "today"), ("this week", "this week"), ("last week", "last week"), ("all time", "in total")),
    Why.VAGUE: (
        ("the last 7 days", "in the last 7 days"),
        ("the last 30 days", "in the last 30 days"),
        ("this month", "this month"),
    ),
    Why.DURATION: (("30 minutes", "30 minutes"), ("1 hour", "1 hour"), ("2 hours", "2 hours")),
    Why.DAY: (("today", "today"), ("tomorrow", "tomorrow")),
}
_SAID = {
    "documents": "{of}, the best first. Quoted as they stand there.",
    "found_documents": "In {count} documents",
    "best_documents": "In more documents than shown; these are the best {count}",
    "attended": "{of}. Quoted as they stand there; the share tells how much of the attention each"
    " sentence got among all that were looked at.",
    "no_documents": "No document holds these words.",
    "documents_basis": "indexed documents, searched for: {topic}",
    "kept": "{share} of the measured planned time went to what it was for: {matching} of {planned}.",
    "nothing_planned": "Nothing that can be measured was planned there.",
    "kept_basis": "plan against what was recorded, {period}",
    "forecast": "The next good time to focus: {start} to {end}, about {minutes} focused minutes expected.",
    "no_forecast": "Too little is known to name a good time.",
    "forecast_else": "For that day no time is advised now; the next good one: {start} to {end}.",
    "best_time": "The best free time to focus there: {start} to {end}, about {minutes} focused minutes expected.",
    "best_basis": "the last forecast of your learned model, and your plan; {period}",
    "forecast_basis": "the forecast as of now, from your own history and free time",
    "propose": "Plan “{title}” from {start} to {end}? Nothing is planned before you confirm.",
    "planned": "Planned: “{title}” from {start} to {end}. It can be undone in the plan.",
    "no_room": "There is no free time that long on that day.",
    "nothing_to_confirm": "There is nothing to confirm.",
    "plan_basis": "free time of your plan, {period}",
    "block": "Focus",
    "guessed": "I do not understand that for certain. Did you mean:",
    "guessed_unknown": "I do not know “{words}” here. Did you mean:",
    "read_as": "read as “{question}”",
    "before_first": "Nothing was recorded then: the first recording is of {first}.",
    "changed": "That time is taken by now. Ask again.",
}


class English:
    """Says everything in English."""

    examples = (
        "How much time did I spend on email last week?",
        "Which apps did I use most this month?",
        "What was my focus score yesterday?",
    )

    def period(self, days: Days) -> str:
        """Return the days in words."""
        if is_ever(days):
            return f"all recorded time, since {days.start:%-d %B %Y}"
        last = last_of(days)
        if one_day(days):
            return f"{last:%A, %-d %B %Y}"
        return f"{days.start:%-d %B %Y} to {last:%-d %B %Y}"

    def basis(self, query: Query, days: Days) -> str:
        """Return the period and the filter in words."""
        said = [self.period(days)]
        if query.weekdays:
            said.append("only " + ", ".join(_WEEKDAYS[number] for number in sorted(query.weekdays)))
        if query.clock is not None:
            said.append(f"only {clock_words(query.clock)}")
        if not query.only.anything:
            said.append("only " + " or ".join(self._kind(one) for one in names_of(query)))
        if query.measure is Measure.OPENED:
            said.append("counted from one thing to another, and each day anew")
        if query.measure is Measure.AVERAGE and query.by is not None:
            said.append("on average, per day with any activity")
        if query.against is not None:
            said.append(f"compared with {self.period(query.against)}")
        return "; ".join(said)

    def _kind(self, only: Only) -> str:
        name = f"“{shown(only.name)}”"
        if only.category_id is not None:
            return f"the category {name} with all below it"
        sorts = ((only.app, "the app"), (only.project, "the project"), (only.site, "the site"))
        return next((f"{sort} {name}" for value, sort in sorts if value), f"titles that hold {name}")

    def length(self, ms: int) -> str:
        """Return a length of time."""
        hours, minutes, seconds = parts(ms)
        if hours:
            return f"{hours} h {minutes:02} min"
        return f"{minutes} min" if minutes else f"{seconds} s"

    def figure(self, figure: Figure, rule: DayRule) -> str:
        """Return the number as a person reads it."""
        if figure.quantity is Quantity.MS:
            return self.length(int(figure.value or 0))
        if figure.quantity is Quantity.MOMENT:
            return f"{local(int(figure.value or 0), rule):%H:%M on %A, %-d %B %Y}"
        return plain_number(figure)

    def answer(self, query: Query, told: str) -> str:
        """Return the sentence around one number."""
        return _SENTENCES[query.measure].format(of=self._of(query), told=told, per=query.per.value)

    def _of(self, query: Query) -> str:
        if query.also:
            return shown(" and ".join(one.name for one in names_of(query)))
        return "All together" if query.only.anything else shown(query.only.name)

    def compared(self, query: Query, told: tuple[str, str, str], sign: int) -> str:
        """Return the sentence around two numbers."""
        now, before, between = told
        if query.also:
            first, second = (shown(one.name) for one in names_of(query))
            told_apart = f"{between} {'more' if sign > 0 else 'less'}" if sign else "the same"
            return f"{first}: {now}, {second}: {before}; {told_apart}."
        if not sign:
            return f"{self._of(query)}: {now}, the same as before."
        return f"{self._of(query)}: {now} against {before}, {between} {'more' if sign > 0 else 'less'}."

    def ranked(self, query: Query, first: Row, told: str) -> str:
        """Return the sentence that names the first row."""
        which = "Most" if query.most else "Least"
        return f"{which}: {self.label(query, first)}, {told}."

    def label(self, query: Query, row: Row) -> str:
        """Return what to call a row."""
        if query.by is Group.WEEKDAY:
            return _WEEKDAYS[int(row.key)]
        if query.by is Group.HOUR:
            return f"{row.key}:00"
        if query.by is Group.WEEK:
            return f"week of {row.key}"
        return shown(row.label) or {Group.APP: "no app", Group.PROJECT: "no project"}.get(
            query.by or Group.DAY, "no category"
        )

    def listed(self, query: Query) -> str:
        """Return the sentence above a table."""
        return f"{self._of(query)}, by {query.by.value if query.by else ''}:"

    def nothing(self) -> str:
        """Say that nothing was recorded there."""
        return "Nothing was recorded there."

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
            return f"the category {only.name}", f"the category {only.name}"
        kind = "app" if only.app else "project" if only.project else "site"
        return f"the {kind} {only.name}", f"the {kind} {only.app or only.name}"

    def joined(self, question: str, addition: str) -> str:
        """Return a question with what was missing."""
        return f"{question.rstrip(' ?.!')} {addition}?"

    def say(self, key: str, **values: object) -> str:
        """Return one of the other sentences with its values filled in."""
        return _SAID[key].format(**values)
