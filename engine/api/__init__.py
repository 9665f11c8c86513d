"""The engine's front door: one attribute per feature, used by the desktop app and the command line alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import InitVar, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from engine.api.app_names import InstalledApps
from engine.api.away import Away
from engine.api.backups import Backups
from engine.api.corrections import Corrections
from engine.api.demo import Demo
from engine.api.desktop_access import DesktopGate
from engine.api.digest import Digests
from engine.api.doctor import Doctor
from engine.api.document_search import AnswerClient
from engine.api.document_use import DocumentUses
from engine.api.documents import Documents
from engine.api.erasing import Erasing
from engine.api.giving import Giving
from engine.api.imports import Imports
from engine.api.insights import Insights
from engine.api.jobs import Jobs
from engine.api.keys import Keys
from engine.api.learning import Learning
from engine.api.letters import Letters
from engine.api.log_in import LogIn
from engine.api.mind import Mind
from engine.api.models import Models
from engine.api.news import News
from engine.api.preferences import Preferences
from engine.api.privacy import Privacy
from engine.api.recording import Recording
from engine.api.retention import RetentionApi
from engine.api.rule_suggestions import RuleSuggestions
from engine.api.rules import Rules
from engine.api.search import Search
from engine.api.sources import Sources
from engine.api.window_calls import WindowCalls
from engine.domain.errors import UsageError
from engine.history.service import History
from engine.paths import ProfilePaths
from engine.planning.calendars import Calendars
from engine.planning.focus.service import Focus
from engine.planning.goals import Goals
from engine.planning.notify.service import Notifications
from engine.planning.plan import Plan
from engine.planning.planner import Planner
from engine.reports.service import Reports
from engine.storage.database import Database
from engine.storage.heartbeat import HeartbeatFile

if TYPE_CHECKING:
    from engine.api.assistant import Assistant
    from engine.api.packs import Packs as Packs
    from engine.api.team import Team as Team
    from engine.api.together import Together as Together
    from engine.sharing.week.service import Sharing as Sharing

__all__ = [
    "AnswerClient",
    "Away",
    "Backups",
    "Calendars",
    "Corrections",
    "Demo",
    "DesktopGate",
    "Digests",
    "Doctor",
    "DocumentUses",
    "Documents",
    "Engine",
    "Erasing",
    "Focus",
    "Goals",
    "History",
    "Imports",
    "Insights",
    "InstalledApps",
    "Jobs",
    "Keys",
    "Learning",
    "Letters",
    "LogIn",
    "Mind",
    "Models",
    "News",
    "Notifications",
    "Plan",
    "Planner",
    "Preferences",
    "Privacy",
    "Recording",
    "Reports",
    "RetentionApi",
    "RuleSuggestions",
    "Rules",
    "Search",
    "Sources",
    "WindowCalls",
]


@dataclass(kw_only=True, eq=False)
class Engine:
    """Everything one profile can do, as features; built by engine.bootstrap, closed by whoever asked for it."""

    paths: ProfilePaths
    database: InitVar[Database]
    heartbeat: InitVar[HeartbeatFile]
    app_names: InstalledApps
    recording: Recording
    history: History
    preferences: Preferences
    privacy: Privacy
    desktop_access: DesktopGate
    doctor: Doctor
    sources: Sources
    demo: Demo
    window: WindowCalls
    corrections: Corrections
    away: Away
    search: Search
    rules: Rules
    rule_suggestions: RuleSuggestions
    reports: Reports
    goals: Goals
    plan: Plan
    planner: Planner
    calendars: Calendars
    focus: Focus
    documents: Documents
    document_use: DocumentUses
    imports: Imports
    backups: Backups
    keys: Keys
    erasing: Erasing
    retention: RetentionApi
    mind: Mind
    insights: Insights
    jobs: Jobs
    notifications: Notifications
    learning: Learning
    letters: Letters
    digest: Digests
    giving: Giving
    assistant_of: Callable[[Engine], Assistant]
    log_in: LogIn = field(init=False)
    models: Models = field(init=False)
    news: News = field(init=False)

    def __post_init__(self, database: Database, heartbeat: HeartbeatFile) -> None:
        self.log_in, self.models, self.news = LogIn(self.recording.command), Models(), News()
        self._database = database
        self._heartbeat = heartbeat
        self.backups.before_replacing(self._end_workers)
        self.keys.before_replacing(self._end_workers)
        self.erasing.aside(self._others_aside)

    @cached_property
    def assistant(self) -> Assistant:
        """What answers questions; built when first asked for, since a grammar is of no use to most commands."""
        return self.assistant_of(self)

    @cached_property
    def sharing(self) -> Sharing:
        """What makes weeks fit to be given away."""
        return self.giving.sharing()

    @cached_property
    def team(self) -> Team:
        """What takes part in sums over people."""
        return self.giving.team()

    @cached_property
    def together(self) -> Together:
        """What learns with others."""
        return self.giving.together()

    @cached_property
    def packs(self) -> Packs:
        """What hands on rules, reading lists, block templates and learning plans."""
        return self.giving.packs()

    def data_version(self) -> int:
        """Return a number that differs from the last one when history, health or requests changed.

        Cheap enough to ask twice a second: no query of a table. What is compared is the database's own version
        and, of the heartbeat, everything but the passing of time.
        """
        beat = self._heartbeat.read()
        pulse = () if beat is None else (beat.activity_id, beat.state, beat.pid)
        return hash((self._database.data_version(), self.recording.runs(), pulse))

    def close(self) -> None:
        """Let go of the files and end the workers started here; the engine cannot be used afterwards."""
        self._end_workers()
        self._heartbeat.close()
        self._database.close()

    @contextmanager
    def _others_aside(self) -> Iterator[None]:
        """Have what was started here end, with all it keeps in memory, and begin again after the block."""
        self.insights.close()
        self.mind.let_go()
        indexed = self.documents.stand_aside()
        try:
            yield
        finally:
            self.mind.let_go()
            if indexed:
                with suppress(UsageError):  # it is started again with the window
                    self.documents.start_indexing()

    def _end_workers(self) -> None:
        self.insights.close()
        self.mind.close()
        self.documents.close()
