"""`kairos privacy`: what is stored, where, how big, how long, and how many network connections there were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from engine.cli.moments import iso_or_none, local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import fitted, say, say_json
from engine.domain.plain_text import plain
from engine.domain.retention import Tier
from engine.domain.stored import FileKind, Stored, StoredFiles, StoredKind, StoredRows

if TYPE_CHECKING:
    from engine.domain.days import DayRule
    from engine.domain.egress import NetworkCount
    from engine.settings import RetentionSettings

_KINDS = {
    StoredKind.TITLES: "window titles, sites, names of files",
    StoredKind.ACTIVITIES: "stretches of recorded time",
    StoredKind.CORRECTIONS: "corrections of yours",
    StoredKind.DOCUMENTS: "documents of the index",
    StoredKind.DIALOGUES: "questions and answers",
    StoredKind.PLAN: "blocks of the plan",
    StoredKind.SESSIONS: "focus sessions and ratings",
    StoredKind.LEARNING: "skills and cards",
    StoredKind.RULES: "categories, rules, goals",
    StoredKind.ADVICE: "recommendations and trainings",
    StoredKind.FINDINGS: "findings and letters",
    StoredKind.SHARED: "what was made to be shared",
    StoredKind.TOTALS: "totals of hours, days, months",
    StoredKind.NAMES: "names of apps, projects, tags",
    StoredKind.WORKING: "jobs, notifications, requests",
}
_TIERS = {
    Tier.EVER: "for ever",
    Tier.OWN: "until you remove it",
    Tier.DERIVED: "as long as its source",
    Tier.WORKING: "only for now",
}
_FILES = {
    FileKind.DATABASE: "database",
    FileKind.BACKUPS: "backups",
    FileKind.MODELS: "learned models",
    FileKind.KEYS: "keys",
    FileKind.SETTINGS: "settings",
    FileKind.LOGS: "logs",
    FileKind.OTHERS: "locks and counts",
}
_CODED = {True: "encrypted", False: "not encrypted", None: "not made yet"}
_WIDE, _NUMBER, _SINCE = 38, 11, 13
_KIB = 1_024


def privacy(context: typer.Context, profile: ProfileOption = None, as_json: JsonOption = False) -> None:
    """Say what is stored of you, where, how big and since when, and how many network connections there were."""
    with opened(profile_of(context, profile)) as engine:
        stored, rule, kept = engine.privacy.stored(), engine.history.rule(), engine.retention.settings()
    say_json(_as_json(stored, kept)) if as_json else _show(stored, rule, kept)


def _show(stored: Stored, rule: DayRule, kept: RetentionSettings) -> None:
    say(plain(f"Everything is in {stored.folder}, {_size(stored.bytes)}; the database is {_CODED[stored.encrypted]}."))
    say()
    for one in stored.rows:
        if one.rows:
            say(_row(one, rule, kept))
    say()
    for files in stored.files:
        if files.files:
            say(_file(files))
    say()
    say(_network(stored.network, rule))


def _row(one: StoredRows, rule: DayRule, kept: RetentionSettings) -> str:
    since = "" if one.oldest_ms is None else f"since {local(one.oldest_ms, rule):%Y-%m-%d}"
    return (
        f"{one.rows:>{_NUMBER},} {fitted(_KINDS[one.kind], _WIDE)} {fitted(since, _SINCE + 4)} {_kept(one.tier, kept)}"
    )


def _days(tier: Tier, kept: RetentionSettings) -> int:
    """Return for how many days what has the tier is kept; 0 for ever, and for what no limit is set."""
    return {Tier.TITLES: kept.title_days, Tier.HOURS: kept.hour_days}.get(tier, 0) if kept.agreed else 0


def _kept(tier: Tier, kept: RetentionSettings) -> str:
    days = _days(tier, kept)
    if days:
        return f"{days} days"
    if tier in {Tier.TITLES, Tier.HOURS}:
        return "for ever" if kept.agreed else "until you agree to a limit: kairos retention preview"
    return _TIERS[tier]


def _file(one: StoredFiles) -> str:
    open_to = f"  {one.open_to_others} can be read by others" if one.open_to_others else ""
    return f"{_size(one.bytes):>{_NUMBER}} {fitted(_FILES[one.kind], _WIDE)} {one.files} files{open_to}".rstrip()


def _network(count: NetworkCount, rule: DayRule) -> str:
    since = "" if count.since_ms is None else f" since {local(count.since_ms, rule):%Y-%m-%d %H:%M}"
    more = "more than " if count.capped else ""
    refused = f"; {more}{count.refused} attempts were refused" if count.refused else ""
    return f"Network connections opened by Kairos: {count.opened}{since}{refused}."


def _size(size: int) -> str:
    return f"{size / _KIB / _KIB:,.1f} MiB" if size >= _KIB * _KIB else f"{size / _KIB:,.1f} KiB"


def _as_json(stored: Stored, kept: RetentionSettings) -> dict[str, Any]:
    network = stored.network
    return {
        "folder": str(stored.folder),
        "bytes": stored.bytes,
        "encrypted": stored.encrypted,
        "rows": [
            {
                "kind": one.kind,
                "rows": one.rows,
                "oldest": iso_or_none(one.oldest_ms),
                "tier": one.tier,
                "days": _days(one.tier, kept) or None,
            }
            for one in stored.rows
        ],
        "files": [
            {"kind": one.kind, "files": one.files, "bytes": one.bytes, "open_to_others": one.open_to_others}
            for one in stored.files
        ],
        "network": {
            "opened": network.opened,
            "refused": network.refused,
            "capped": network.capped,
            "since": iso_or_none(network.since_ms),
            "last": iso_or_none(network.last_ms),
            "by_process": {role.value: many for role, many in network.by_role},
        },
    }
