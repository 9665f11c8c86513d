"""Every setting there is, declared once with its default."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from engine.domain.focus_choices import Level, Rhythm


class Theme(StrEnum):
    """Which colours to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """Which language to speak."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"


class AskAway(StrEnum):
    """When to ask what time away from the machine was."""

    NOW = "now"  # on coming back, and in the evening for what was put off
    EVENING = "evening"
    NEVER = "never"


class Weekday(StrEnum):
    """The day a week starts on."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return list(Weekday).index(self)


@dataclass(frozen=True, slots=True)
class TrackingSettings:
    """What is recorded.

    titles: window titles as well as apps. idle_after_s: seconds without input after which the person is away
    (15 to 3600). day_start_minute: minutes after midnight at which a day starts (0 to 1439). week_start: the
    first day of a week, in reports, goals and calendars. ask_away: when to ask what time away was.
    """

    titles: bool = True
    idle_after_s: int = 180
    day_start_minute: int = 0
    week_start: Weekday = Weekday.MONDAY
    ask_away: AskAway = AskAway.NOW


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """What is never recorded by name.

    excluded_apps: app names, compared without case. excluded_titles: RE2 patterns searched in titles.
    record_private_windows: private-browsing windows are recorded by name too (off until chosen).
    """

    excluded_apps: tuple[str, ...] = ()
    excluded_titles: tuple[str, ...] = ()
    record_private_windows: bool = False


@dataclass(frozen=True, slots=True)
class LookSettings:
    """How the window looks."""

    theme: Theme = Theme.SYSTEM
    language: Language = Language.SYSTEM


@dataclass(frozen=True, slots=True)
class ShortcutSettings:
    """How the window is used by keys. single_keys: a letter alone acts where nothing is typed."""

    single_keys: bool = True


@dataclass(frozen=True, slots=True)
class DocumentSettings:
    """How documents are indexed.

    automatic: looked for by itself, every quarter of an hour and while the window is open. always: large work is done
    on battery and while the machine is busy, too. encoder_folder: a sentence encoder other than the shipped one,
    empty for that.
    """

    automatic: bool = True
    always: bool = False
    encoder_folder: str = ""


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """Within what Kairos may place time by itself, and how it reads calendars.

    work_start, work_end: minutes after midnight. workdays: the days worked on, by name. deep_cap: minutes of focus
    blocks a day at most. shortest_focus, longest_focus: minutes of one. pause: minutes free between two. focus_wanted:
    minutes of focus a week to propose beside the person's own flexible blocks; 0 proposes none. calendar_words: which
    words in an entry of a calendar say its kind, each as "word = kind".
    """

    work_start: int = 9 * 60
    work_end: int = 18 * 60
    workdays: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday")
    deep_cap: int = 240
    shortest_focus: int = 45
    longest_focus: int = 120
    pause: int = 15
    focus_wanted: int = 600
    calendar_words: tuple[str, ...] = (
        "#kairos-focus = focus",
        "#rize-focus = focus",
        "#kairos-break = break",
        "#rize-break = break",
        "focus time = focus",
        "deep work = focus",
        "break = break",
        "lunch = break",
        "PTO = personal",
        "OOO = personal",
        "out of office = personal",
        "vacation = personal",
    )


@dataclass(frozen=True, slots=True)
class FocusSettings:
    """How focus sessions run unless told otherwise.

    work, rest, long_rest: minutes. rounds: before a long break. level: what is done about a distraction that stays in
    front for distraction_after_s seconds. friction_s: seconds of the countdown. shortcut: keys that start and end a
    session from anywhere, "" for none.
    """

    rhythm: Rhythm = Rhythm.COUNTDOWN
    work: int = 50
    rest: int = 5
    long_rest: int = 15
    rounds: int = 4
    level: Level = Level.NOTICE
    distraction_after_s: int = 60
    friction_s: int = 10
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class NotificationSettings:
    """What Kairos says by itself. Minutes of 0 turn a reminder off; quiet hours go from quiet_from to quiet_until.

    block_soon: minutes before a block starts. break_after: of activity without a break. eye_rest: of activity between
    two looks into the distance. quiet_from, quiet_until: minutes after midnight; equal ones mean no quiet hours.
    summary: minutes after midnight of the day's summary, 0 for none. letter: a letter once a week. letter_trial: its
    wording and time of day are tried out, to learn which help.
    """

    enabled: bool = True
    block_soon: int = 5
    break_after: int = 90
    eye_rest: int = 0
    goals: bool = True
    summary: int = 0
    quiet_from: int = 22 * 60
    quiet_until: int = 7 * 60
    letter: bool = True
    letter_trial: bool = True


@dataclass(frozen=True, slots=True)
class AssistantSettings:
    """How questions are answered. language_model: a GGUF file that may word answers anew, empty for none."""

    language_model: str = ""


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """How long what is kept; days of 0 mean for ever.

    title_days: titles, sites and documents of recorded time. hour_days: recorded time itself; of what is older only
    the totals of each day are left. agreed: the person has seen what these limits drop, and agreed; before that
    nothing is dropped.
    """

    title_days: int = 90
    hour_days: int = 730
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class SharingSettings:
    """Whether anything may be made to be given away, and how much of privacy that may cost.

    epsilon: what one report with noise costs. monthly: what may be spent on the data of one month.
    """

    on: bool = False
    epsilon: float = 1.0
    monthly: float = 4.0


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one profile.

    first_run_done: the first-run dialog has been answered. seen_version: of the Kairos that opened it last, "" for
    none that noted it.
    """

    tracking: TrackingSettings = field(default_factory=TrackingSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)
    look: LookSettings = field(default_factory=LookSettings)
    documents: DocumentSettings = field(default_factory=DocumentSettings)
    plan: PlanSettings = field(default_factory=PlanSettings)
    focus: FocusSettings = field(default_factory=FocusSettings)
    notifications: NotificationSettings = field(default_factory=NotificationSettings)
    retention: RetentionSettings = field(default_factory=RetentionSettings)
    assistant: AssistantSettings = field(default_factory=AssistantSettings)
    shortcuts: ShortcutSettings = field(default_factory=ShortcutSettings)
    sharing: SharingSettings = field(default_factory=SharingSettings)
    first_run_done: bool = False
    seen_version: str = ""
