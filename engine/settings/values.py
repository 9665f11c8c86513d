"""Every setting there is, declared once with its default."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


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
class Settings:
    """All settings of one profile. first_run_done: the first-run dialog has been answered."""

    tracking: TrackingSettings = field(default_factory=TrackingSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)
    look: LookSettings = field(default_factory=LookSettings)
    documents: DocumentSettings = field(default_factory=DocumentSettings)
    first_run_done: bool = False
