"""The settings file: TOML a person can read and edit, written whole or not at all."""

from __future__ import annotations

import errno
import tomllib
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from engine.domain.errors import SettingsError
from engine.domain.focus_choices import Level, Rhythm
from engine.settings.values import (
    AskAway,
    AssistantSettings,
    DocumentSettings,
    FocusSettings,
    Language,
    LookSettings,
    NotificationSettings,
    PlanSettings,
    PrivacySettings,
    RetentionSettings,
    Settings,
    SharingSettings,
    ShortcutSettings,
    Theme,
    TrackingSettings,
    Weekday,
)

Section = TypeVar(
    "Section",
    TrackingSettings,
    PrivacySettings,
    LookSettings,
    DocumentSettings,
    PlanSettings,
    FocusSettings,
    NotificationSettings,
    RetentionSettings,
    AssistantSettings,
    ShortcutSettings,
    SharingSettings,
)

_SECTIONS = (
    "tracking",
    "privacy",
    "look",
    "documents",
    "plan",
    "focus",
    "notifications",
    "retention",
    "assistant",
    "shortcuts",
    "sharing",
)
_MINUTE = (0, 1439)
_RANGES: dict[str, tuple[float, float]] = {
    "idle_after_s": (15, 3600),
    "day_start_minute": _MINUTE,
    "work_start": _MINUTE,
    "work_end": (1, 1440),
    "deep_cap": (0, 1440),
    "shortest_focus": (15, 480),
    "longest_focus": (15, 480),
    "pause": (0, 240),
    "focus_wanted": (0, 7 * 1440),
    "work": (1, 480),
    "rest": (1, 120),
    "long_rest": (1, 240),
    "rounds": (1, 12),
    "distraction_after_s": (5, 3600),
    "friction_s": (3, 120),
    "block_soon": (0, 120),
    "break_after": (0, 480),
    "eye_rest": (0, 240),
    "summary": _MINUTE,
    "quiet_from": _MINUTE,
    "quiet_until": _MINUTE,
    "title_days": (0, 36_500),
    "hour_days": (0, 36_500),
    "epsilon": (0.01, 4),
    "monthly": (0, 100),
}
_CHOICES: dict[str, type[StrEnum]] = {
    "theme": Theme,
    "language": Language,
    "ask_away": AskAway,
    "week_start": Weekday,
    "rhythm": Rhythm,
    "level": Level,
}


def load_settings(path: Path) -> Settings:
    """Return the settings in the file, the defaults where there is none.

    Keys this version does not know are passed over, but for those of [privacy]. A file that is no TOML, or a value
    of the wrong kind or out of range, raises SettingsError naming it: privacy settings are never replaced by
    defaults in silence.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for, a device read for ever
            raise OSError(errno.EINVAL, "it is not a file", str(path))
        with path.open("rb") as file:
            found = tomllib.load(file)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as cause:  # no text, no TOML, or nothing a person wrote
        raise SettingsError(
            f"{path} cannot be read: {cause}. Mend the file, or move it away to start afresh."
        ) from cause
    return Settings(
        tracking=_section(TrackingSettings(), found.get("tracking", {}), path),
        privacy=_section(PrivacySettings(), found.get("privacy", {}), path),
        look=_section(LookSettings(), found.get("look", {}), path),
        documents=_section(DocumentSettings(), found.get("documents", {}), path),
        plan=_section(PlanSettings(), found.get("plan", {}), path),
        focus=_section(FocusSettings(), found.get("focus", {}), path),
        notifications=_section(NotificationSettings(), found.get("notifications", {}), path),
        retention=_section(RetentionSettings(), found.get("retention", {}), path),
        assistant=_section(AssistantSettings(), found.get("assistant", {}), path),
        shortcuts=_section(ShortcutSettings(), found.get("shortcuts", {}), path),
        sharing=_section(SharingSettings(), found.get("sharing", {}), path),
        first_run_done=_value("first_run_done", False, found.get("first_run_done", False), path),
        seen_version=_value("seen_version", "", found.get("seen_version", ""), path),
    )


def _section(defaults: Section, found: object, path: Path) -> Section:
    if not isinstance(found, dict):
        raise SettingsError(f"{path}: expected a table, found {found!r}.")
    known = {item.name: getattr(defaults, item.name) for item in fields(defaults)}
    if isinstance(defaults, PrivacySettings):
        _refuse_unknown(found, known, path)
    chosen = {name: _value(name, known[name], value, path) for name, value in found.items() if name in known}
    return replace(defaults, **chosen)


def _refuse_unknown(found: dict[str, Any], known: dict[str, Any], path: Path) -> None:
    """A mistyped exclusion must not be passed over in silence."""
    for name in found:
        if name not in known:
            raise SettingsError(f"{path}: {name} is not known among the privacy settings. {_hint(name, known)}")


def _hint(name: str, known: dict[str, Any]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  (the recorder would carry half a megabyte for a hint)

    near = get_close_matches(name, known, n=1)
    return f"Did you mean {near[0]}?" if near else f"It can be {', '.join(known)}."


def _value(name: str, default: Any, value: Any, path: Path) -> Any:
    if name in _CHOICES:
        try:
            return _CHOICES[name](value)
        except ValueError as cause:
            allowed = ", ".join(_CHOICES[name])
            raise SettingsError(f"{path}: {name} is {value!r}; it can be {allowed}.") from cause
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise SettingsError(f"{path}: {name} must be a list of texts, not {value!r}.")
    if type(default) is float and type(value) is int:
        value = float(value)
    if type(value) is not type(default):
        raise SettingsError(f"{path}: {name} must be a {type(default).__name__}, not {value!r}.")
    if name in _RANGES and not _RANGES[name][0] <= value <= _RANGES[name][1]:
        low, high = _RANGES[name]
        raise SettingsError(f"{path}: {name} is {value}; it can be {low} to {high}.")
    return value


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings so that a crash leaves the old file or the new one; keys and comments of the person stay.

    A disk that is full or read-only raises SettingsError and the old file stays.
    """
    import tomlkit  # noqa: PLC0415  (the recorder only reads; it need not carry the writer)

    from engine.domain.whole_file import whole_file  # noqa: PLC0415

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
        document["first_run_done"], document["seen_version"] = settings.first_run_done, settings.seen_version
        for name in _SECTIONS:
            table: Any = document.setdefault(name, tomlkit.table())
            for item in fields(getattr(settings, name)):
                value = getattr(getattr(settings, name), item.name)
                table[item.name] = list(value) if isinstance(value, tuple) else _plain(value)
        with whole_file(path, ".new") as file:
            file.write(tomlkit.dumps(document).encode("utf-8"))
    except (OSError, tomlkit.exceptions.TOMLKitError, UnicodeDecodeError) as cause:
        raise SettingsError(f"{path} cannot be written: {cause}. The old settings stay in force.") from cause


def _plain(value: object) -> object:
    return str(value) if isinstance(value, StrEnum) else value
