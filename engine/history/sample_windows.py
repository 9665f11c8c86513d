"""What a made-up person has in front: which app after which, what it shows, and for how long."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from engine.domain.activity import Observed
from engine.domain.clock import MS_PER_SECOND
from engine.domain.presence import Presence
from engine.history.sample_projects import DocumentHabits, Project, SampleDocument
from engine.history.sample_titles import Titles, pick, zipf
from engine.history.sample_words import APPS, DEEP, LAPSES, LEISURE, MINOR, OTHER_JOB, WORK, SampleApp

_MU, _SIGMA = 2.58, 1.85  # of the logarithm of seconds in front, as measured on real people
_READING, _READING_MU, _READING_SIGMA = 0.5, 5.7, 0.6  # looks at mail, meetings and pages that last
_TRYING, _TRYING_MU, _TRYING_SIGMA = 0.2, 4.9, 0.6  # looks at work that calls for focus, without it
_DEEP, _DEEP_MU, _DEEP_SIGMA = 0.7, 6.2, 0.6  # the same while focused
_ASIDE_MU, _ASIDE_SIGMA = 2.2, 0.9  # a look aside while focused
_SHORTEST_S, _LONGEST_S, _LONGEST_ASIDE_S = 0.4, 2_700.0, 90.0
_RETURN, _SAME_APP, _AS_LEFT, _SLOPE = 0.66, 0.34, 0.4, 2.0
_UNUSED = 4  # of the minor apps, each day
_BACK = 0.9  # of looks aside while focused that go back to the work itself
_ON, _AFTER_CHAT = 0.5, 2.0  # of idle moments that lead to another one; how much likelier after a chat
_CHATS = frozenset({"Slack", "wechat"})

FOLDER = "atlas"
"""The folder shown beside documents that lie in no project."""


@dataclass(slots=True)
class Moment:
    """What a stretch of work has in mind: its project, what apps were left at, and the document seen last."""

    work: str
    day: int
    project: Project | None
    app: str = ""
    before: str = ""
    idle: bool = False
    held: dict[str, str] = field(default_factory=dict)
    document: SampleDocument | None = None


class Windows:
    """The windows of one job of one person; lapse: how likely a switch leads to an idle moment, 0 to 1."""

    def __init__(self, seed: int, job: int, habits: DocumentHabits, lapse: float) -> None:
        papers = Random(f"{seed} papers {job}" if job else f"{seed} papers")  # noqa: S311
        self._apps = {app.app: OTHER_JOB.get(app.app, app) if job else app for app in APPS}
        self._titles = {name: Titles(app, papers) for name, app in self._apps.items()}
        leisure = LEISURE if not job else _dressed_as(self._apps[LEISURE.app])
        self._leisure = Titles(leisure, papers)
        self._sums = {work: zipf(len(apps), _SLOPE) for work, apps in WORK.items()}
        self._deep = {work: zipf(len(apps), _SLOPE) for work, apps in DEEP.items()}
        self._lapses = zipf(len(LAPSES), 1.0)
        self._habits = habits
        self._lapse = lapse
        self._seed = seed
        self._unused: dict[int, frozenset[str]] = {}

    def begin(self, moment: Moment, dice: Random) -> Observed:
        """Open what the work is done in."""
        moment.app = moment.before = WORK[moment.work][0]
        return self._look(moment, dice)

    def go_on(self, moment: Moment, dice: Random, *, focused: bool) -> Observed:
        """Return what comes to the front next."""
        app = self._deeper(moment, dice) if focused else self._anywhere(moment, dice)
        if app != moment.app:
            moment.app, moment.before = app, moment.app
        return self._look(moment, dice)

    def dwell_ms(self, moment: Moment, dice: Random, *, focused: bool) -> int:
        """Return how long what is in front stays there."""
        main = moment.app == WORK[moment.work][0] and not moment.idle
        longest = _LONGEST_S
        if focused and main and dice.random() < _DEEP:
            seconds = dice.lognormvariate(_DEEP_MU, _DEEP_SIGMA)
        elif focused:
            seconds, longest = dice.lognormvariate(_ASIDE_MU, _ASIDE_SIGMA), _LONGEST_ASIDE_S
        elif main and moment.work in DEEP and dice.random() < _TRYING:
            seconds = dice.lognormvariate(_TRYING_MU, _TRYING_SIGMA)
        elif main and moment.work not in DEEP and dice.random() < _READING:
            seconds = dice.lognormvariate(_READING_MU, _READING_SIGMA)
        else:
            seconds = dice.lognormvariate(_MU, _SIGMA)
        return round(min(max(seconds, _SHORTEST_S), longest) * MS_PER_SECOND)

    def _deeper(self, moment: Moment, dice: Random) -> str:
        main = WORK[moment.work][0]
        moment.idle = False
        if moment.app != main and dice.random() < _BACK:
            return main
        if moment.app == main and dice.random() < _SAME_APP:
            return main
        return self._if_used(DEEP[moment.work][pick(self._deep[moment.work], dice)], moment)

    def _anywhere(self, moment: Moment, dice: Random) -> str:
        chance = _ON if moment.idle else self._lapse * (_AFTER_CHAT if moment.app in _CHATS else 1.0)
        if dice.random() < chance and moment.work != "meet":
            moment.idle = True
            return self._if_used(LAPSES[pick(self._lapses, dice)], moment, LEISURE.app)
        moment.idle = False
        roll = dice.random()
        if roll < _SAME_APP:
            return moment.app
        if roll < _SAME_APP + (1 - _SAME_APP) * _RETURN and moment.before != moment.app:
            return moment.before
        return self._if_used(WORK[moment.work][pick(self._sums[moment.work], dice)], moment)

    def _if_used(self, app: str, moment: Moment, instead: str = "") -> str:
        """Return the app, or another where it is one that the person does not open at all that day."""
        if app not in MINOR:
            return app
        if moment.day not in self._unused:
            dice = Random(f"{self._seed} unused {moment.day}")  # noqa: S311
            self._unused[moment.day] = frozenset(dice.sample(MINOR, _UNUSED))
        return (instead or WORK[moment.work][0]) if app in self._unused[moment.day] else app

    def _look(self, moment: Moment, dice: Random) -> Observed:
        """Return the app's window as it looks now: often as it was left, and a meeting stays the same meeting."""
        app = self._apps[moment.app]
        place = f"{moment.app} idle" if moment.idle else moment.app
        if place not in moment.held or (app.kind != "meeting" and dice.random() > _AS_LEFT):
            moment.held[place] = self._title(moment, dice)
        return Observed(Presence.ACTIVE, app.app, moment.held[place], executable=app.executable, platform="sample")

    def _title(self, moment: Moment, dice: Random) -> str:
        titles = self._titles[moment.app]
        if moment.idle and moment.app == LEISURE.app:
            return self._leisure.one(dice)
        if moment.project is None or not self._habits.has(moment.app):
            return titles.one(dice)
        document = self._habits.next(moment.project, moment.app, moment.day, moment.document, dice)
        if document is None:
            return titles.new(dice)
        moment.document = document
        shown = document.stem if self._apps[moment.app].kind == "note" else document.name
        return titles.of(shown, moment.project.folder)


def _dressed_as(browser: SampleApp) -> SampleApp:
    return replace(LEISURE, app=browser.app, executable=browser.executable, pattern=browser.pattern)
