"""A small engine in memory: what the window needs of one, without a database or a recorder process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from helpers.counted_history import CountedHistory
from helpers.fake_assistant import FakeAssistant
from helpers.fake_away import FakeAway
from helpers.fake_calendars import FakeCalendars
from helpers.fake_digest import FakeDigest
from helpers.fake_documents import FakeDocuments, FakeDocumentUse, FakeModels
from helpers.fake_focus import FakeFocus, FakeNotifications, FakePlan
from helpers.fake_insights import FakeInsights
from helpers.fake_learning import FakeLearning
from helpers.fake_letters import FakeLetters
from helpers.fake_mind import FakeMind
from helpers.fake_packs import FakePacks
from helpers.fake_sharing import FakeSharing
from helpers.fake_team import FakeTeam
from helpers.fake_timeline import FakeCorrections, FakeRules, FakeRuleSuggestions, FakeSearch
from helpers.fake_together import FakeTogether
from helpers.fake_trust import FakeBackups, FakeErasing, FakeKeys, FakePrivacy, FakeRetention

from engine.api.app_names import InstalledApps
from engine.api.desktop_access import DesktopGate
from engine.api.news import News
from engine.domain.activity import Observed
from engine.domain.commands import Command, CommandKind, Receiver
from engine.domain.days import DayRule
from engine.domain.errors import PatternError
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.intervals import Interval
from engine.domain.log_in import LogInState
from engine.domain.presence import Presence
from engine.domain.sources import Beside, Source, SourceReport, Standing, Told
from engine.domain.summary import AppTotal, DaySummary, Segment, Stretch
from engine.paths import ProfilePaths
from engine.settings import Settings, load_settings, save_settings

DAY_START_MS = 1_795_219_200_000  # 2026-11-21 00:00 UTC
HOUR_MS = 3_600_000
RECORDING = RecorderHealth(
    RecorderState.RECORDING,
    pid=1,
    probe=ProbeReport("x11", "x11", windows=True, titles=True, idle=True, lock=True, suspend=True),
)


def sample_summary(title: str = "Plan") -> DaySummary:
    """Return a day with an hour of writing, half an hour away, and two hours in a terminal."""
    start = DAY_START_MS + 8 * HOUR_MS
    cuts = (start, start + HOUR_MS, start + HOUR_MS * 3 // 2, start + HOUR_MS * 7 // 2)
    return DaySummary(
        day=date(2026, 11, 21),
        zone="UTC",
        bounds=Interval(DAY_START_MS, DAY_START_MS + 24 * HOUR_MS),
        segments=(
            Segment(Interval(cuts[0], cuts[1]), Presence.ACTIVE, "writer", title, withheld=False),
            Segment(Interval(cuts[1], cuts[2]), Presence.IDLE, "", "", withheld=False),
            Segment(Interval(cuts[2], cuts[3]), Presence.ACTIVE, "terminal", "make", withheld=False),
        ),
        apps=(AppTotal("terminal", 2 * HOUR_MS), AppTotal("writer", HOUR_MS)),
        presence_ms={Presence.ACTIVE: 3 * HOUR_MS, Presence.IDLE: HOUR_MS // 2},
        active_ms=3 * HOUR_MS,
        switches=1,
        switches_per_hour=1 / 3,
        longest=Stretch(Interval(cuts[2], cuts[3]), "terminal"),
        current=Observed(Presence.ACTIVE, "terminal", "make"),
        current_since_ms=cuts[2],
    )


@dataclass
class FakeRecording:
    """Remembers what was asked of the recorder and does it at once."""

    state: RecorderHealth = RECORDING
    asked: list[tuple[str, int | None]] = field(default_factory=list)
    now_ms: int = DAY_START_MS + 12 * HOUR_MS
    touched: Callable[[], None] = lambda: None

    def health(self) -> RecorderHealth:
        """Return the present state."""
        return self.state

    def become(self, health: RecorderHealth) -> None:
        """Take another state, as a recorder would by itself."""
        self.state = health
        self.touched()

    def pause(self, minutes: int | None = None, until_ms: int | None = None) -> int:
        """Pause."""
        until = until_ms if until_ms is not None else self.now_ms + (minutes or 0) * 60_000
        self.asked.append(("pause", until))
        self.become(replace(self.state, state=RecorderState.PAUSED, paused_until_ms=until))
        return until

    def resume(self) -> None:
        """Go on."""
        self.asked.append(("resume", None))
        self.become(replace(self.state, state=RecorderState.RECORDING, paused_until_ms=None))

    def stop(self) -> None:
        """Stop."""
        self.asked.append(("stop", None))
        self.become(RecorderHealth(RecorderState.STOPPED))

    def command(self) -> tuple[str, ...]:
        """Return a command that does nothing."""
        return ("true",)


@dataclass
class FakeHistory:
    """One day that a test may replace."""

    summary: DaySummary = field(default_factory=sample_summary)
    reads: int = 0

    def day(self, _day: date | None) -> DaySummary:
        """Return the day."""
        self.reads += 1
        return self.summary

    def today(self) -> date:
        """Return its date."""
        return self.summary.day

    def rule(self) -> DayRule:
        """Return days from midnight to midnight in UTC."""
        return DayRule("UTC")


class FakePreferences:
    """Saves to the profile's real settings file; refuses a title pattern with an open bracket."""

    def __init__(self, paths: ProfilePaths) -> None:
        self._paths = paths

    def load(self) -> Settings:
        """Return what is saved."""
        return load_settings(self._paths.settings)

    def change(self, settings: Settings) -> None:
        """Save, or refuse."""
        for pattern in settings.privacy.excluded_titles:
            if "[" in pattern:
                raise PatternError(f"The pattern {pattern} has an open bracket.")
        save_settings(self._paths.settings, settings)


@dataclass
class FakeWindowCalls:
    """What another launch asked."""

    waiting: list[Command] = field(default_factory=list)
    touched: Callable[[], None] = lambda: None

    def raise_other(self) -> None:
        """Ask the window to come forward."""
        self.waiting.append(Command(CommandKind.RAISE_WINDOW, Receiver.WINDOW, DAY_START_MS))
        self.touched()

    def take(self) -> list[Command]:
        """Return and forget what was asked."""
        taken, self.waiting = self.waiting, []
        return taken


@dataclass
class FakeLogIn:
    """Start at log-in as a flag."""

    on: bool = False
    moved: bool = False

    def is_enabled(self) -> bool:
        """Return the flag."""
        return self.on

    def state(self) -> LogInState:
        """Return the flag in words; moved: what is noted is another program."""
        return LogInState.OTHER if self.moved else LogInState.ON if self.on else LogInState.OFF

    def enable(self) -> None:
        """Set it."""
        self.on, self.moved = True, False

    def disable(self) -> None:
        """Clear it."""
        self.on = False


@dataclass
class FakeSources:
    """What each source says, as a test puts it."""

    reports: tuple[SourceReport, ...] = (
        SourceReport(Source.RECORDER, Standing.GOOD, Told.RECORDS, DAY_START_MS + 12 * HOUR_MS),
    )
    looks: list[Beside | None] = field(default_factory=list)

    def look(self, beside: Beside | None = None) -> tuple[SourceReport, ...]:
        """Return the reports."""
        self.looks.append(beside)
        return self.reports

    def now_ms(self) -> int:
        """Return a moment a minute later."""
        return DAY_START_MS + 12 * HOUR_MS + 60_000


class FakeEngine:
    """The parts above under the names the window knows."""

    def __init__(self, folder: Path) -> None:
        self.paths = ProfilePaths(folder).ensure()
        self.version = 1
        self.closed = False
        self.recording = FakeRecording(touched=self.touch)
        self.history = FakeHistory()
        self.preferences = FakePreferences(self.paths)
        self.window = FakeWindowCalls(touched=self.touch)
        self.log_in, self.sources, self.news = FakeLogIn(), FakeSources(), News()
        self.away, self.assistant = FakeAway(), FakeAssistant()
        self.documents = FakeDocuments(named=False)
        self.document_use = FakeDocumentUse()
        self.models = FakeModels()
        self.mind, self.learning = FakeMind(), FakeLearning()
        self.focus, self.plan = FakeFocus(DAY_START_MS + 12 * HOUR_MS, touched=self.touch), FakePlan(touched=self.touch)
        self.notifications, self.letters, self.digest = FakeNotifications(), FakeLetters(), FakeDigest()
        self.insights = FakeInsights()
        self.privacy, self.erasing, self.retention = FakePrivacy(), FakeErasing(), FakeRetention()
        self.backups, self.keys = FakeBackups(), FakeKeys()
        self.sharing, self.team, self.together = FakeSharing(), FakeTeam(), FakeTogether()
        self.packs = FakePacks()
        self.calendars = FakeCalendars()
        self.corrections, self.rules, self.search = FakeCorrections(), FakeRules(), FakeSearch()
        self.rule_suggestions = FakeRuleSuggestions()
        self.reports = CountedHistory(()).reports(DayRule("UTC"))
        self.app_names = InstalledApps({"XDG_DATA_DIRS": str(folder / "share")})
        self.desktop_access = DesktopGate({"HOME": str(folder)}, "x11", self.touch)

    def touch(self) -> None:
        """Let the window see that something changed."""
        self.version += 1

    def data_version(self) -> int:
        """Return a number that grows with every change."""
        return self.version

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True
