"""The only file that names every concrete class: builds the engine and the recorder from their parts.

Imports stand inside the functions, so that the recorder does not load what only the window needs.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import (
        Away,
        Corrections,
        DesktopGate,
        Doctor,
        Engine,
        History,
        Imports,
        Preferences,
        Recording,
        Reports,
        Rules,
        Search,
    )
    from engine.domain.clock import Clock
    from engine.domain.days import DayRule
    from engine.domain.health import ProbeReport
    from engine.history.labels import CurrentRules
    from engine.importers.admission import Admission
    from engine.storage.activities import ActivityStore
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.tracking.probe import Probe
    from engine.tracking.service import RecorderService
    from engine.tracking.tracker import Admits


@contextmanager
def recording(paths: ProfilePaths) -> Iterator[RecorderService]:
    """Build the recorder's service in the running loop and take it down again.

    Raises StorageError, SettingsError, PatternError or ProbeUnavailable with what to do.
    """
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.jobs.runner import running  # noqa: PLC0415
    from engine.jobs.schedule import recorder_jobs  # noqa: PLC0415
    from engine.storage.activities import ActivityStore  # noqa: PLC0415
    from engine.storage.commands import CommandQueue  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415
    from engine.storage.heartbeat import HeartbeatFile  # noqa: PLC0415
    from engine.storage.recorder_status import RecorderStatusStore  # noqa: PLC0415
    from engine.tracking.journal import Journal  # noqa: PLC0415
    from engine.tracking.platforms.choose import choose_probe  # noqa: PLC0415
    from engine.tracking.privacy.refuse_all import RefuseAll  # noqa: PLC0415
    from engine.tracking.service import RecorderParts, RecorderService  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    load_filter = _filter_loader(paths)
    load_filter()  # settings that cannot be used stop the recorder before it touches anything
    probe = choose_probe(os.environ, platform.system())
    database = Database.open(paths.database)
    heartbeat = HeartbeatFile(paths.heartbeat)
    try:
        store = ActivityStore(database, labeller=rules_in_force(database))
        parts = RecorderParts(
            clock=SystemClock(LocalZone()),
            probe=probe,
            companions=_companions(),
            look=_desktop,
            load_filter=load_filter,
            refuse_all=RefuseAll(),
            journal=lambda notice: Journal(store, heartbeat, notice),
            status=RecorderStatusStore(database),
            commands=CommandQueue(database),
            changed=database.data_version,
        )
        with running(recorder_jobs(tidy=database.checkpoint)):
            yield RecorderService(parts)
    finally:
        heartbeat.close()
        database.close()


def _filter_loader(paths: ProfilePaths) -> Callable[[], tuple[Admits, int]]:
    from engine.settings import load_settings  # noqa: PLC0415
    from engine.tracking.privacy.filter import PrivacyFilter  # noqa: PLC0415

    def load() -> tuple[Admits, int]:
        settings = load_settings(paths.settings)
        return PrivacyFilter(settings.tracking, settings.privacy), settings.tracking.idle_after_s * 1_000

    return load


def _companions() -> tuple[Probe, ...]:
    """Return the probes that tell session states beside the window probe."""
    if sys.platform != "linux":
        return ()
    from engine.tracking.platforms.session_bus import SessionBusProbe  # noqa: PLC0415

    return (SessionBusProbe(),)


def build_engine(paths: ProfilePaths) -> Engine:
    """Build what window and command line ask of one profile; a fresh profile gets its folder and database here.

    Raises ProfileError, SettingsError or a Storage* error with what to do.
    """
    from engine.api import Demo, Engine, InstalledApps, Preferences, Recording, WindowCalls  # noqa: PLC0415
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.storage.activities import ActivityStore  # noqa: PLC0415
    from engine.storage.commands import CommandQueue  # noqa: PLC0415
    from engine.storage.database import Database  # noqa: PLC0415
    from engine.storage.heartbeat import HeartbeatFile  # noqa: PLC0415
    from engine.storage.recorder_status import RecorderStatusStore  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    database = Database.open(paths.ensure().database)
    heartbeat, clock, labeller = HeartbeatFile(paths.heartbeat), SystemClock(LocalZone()), rules_in_force(database)
    store, commands = ActivityStore(database, labeller=labeller), CommandQueue(database)
    recording = Recording(paths, clock, commands, RecorderStatusStore(database), heartbeat)
    preferences = Preferences(paths, check_pattern=_check_pattern, changed=recording.reload_settings)
    corrections = build_corrections(database, store, heartbeat, clock, labeller)
    history = build_history(store, heartbeat, clock, recording, preferences, corrections)
    return Engine(
        paths=paths,
        database=database,
        heartbeat=heartbeat,
        app_names=InstalledApps(os.environ),
        recording=recording,
        history=history,
        preferences=preferences,
        desktop_access=desktop_gate(changed=recording.reload_settings),
        doctor=build_doctor(paths),
        demo=Demo(database, clock),
        window=WindowCalls(clock, commands),
        rules=build_rules(database, labeller),
        corrections=corrections,
        away=build_away(corrections, clock, history, labeller, preferences),
        search=build_search(database),
        reports=build_reports(database, labeller, heartbeat, history.rule, clock),
        imports=build_imports(database, labeller, preferences, clock),
    )


def build_history(
    store: ActivityStore,
    heartbeat: HeartbeatFile,
    clock: Clock,
    recording: Recording,
    preferences: Preferences,
    corrections: Corrections,
) -> History:
    """Build what tells a day and all events."""
    from engine.api import History  # noqa: PLC0415

    return History(
        store,
        heartbeat,
        clock,
        recorder_runs=recording.runs,
        start_minute=lambda: preferences.load().tracking.day_start_minute,
        corrections=corrections.in_force,
    )


def build_corrections(
    database: Database, store: ActivityStore, heartbeat: HeartbeatFile, clock: Clock, labeller: CurrentRules
) -> Corrections:
    """Build what puts the history right."""
    from engine.api import Corrections  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.corrections import CorrectionStore  # noqa: PLC0415

    categories = CategoryStore(database)
    said = CorrectionStore(database, labeller)
    return Corrections(said, store, heartbeat, clock, lambda: CategoryTree(categories.all()))


def build_away(
    corrections: Corrections, clock: Clock, history: History, labeller: CurrentRules, preferences: Preferences
) -> Away:
    """Build what asks about time away."""
    from engine.api import Away  # noqa: PLC0415

    return Away(
        corrections,
        clock,
        rule=history.rule,
        label=labeller,
        when=lambda: preferences.load().tracking.ask_away,
    )


def build_search(database: Database) -> Search:
    """Build what looks for words in the history."""
    from engine.api import Search  # noqa: PLC0415
    from engine.storage.corrections import CorrectionStore  # noqa: PLC0415
    from engine.storage.search import SearchStore  # noqa: PLC0415

    return Search(SearchStore(database), CorrectionStore(database))


def build_imports(database: Database, labeller: CurrentRules, preferences: Preferences, clock: Clock) -> Imports:
    """Build what takes in other programs' history, under the same rules of privacy as recording."""
    from engine.api import Imports  # noqa: PLC0415
    from engine.storage.batches import BatchStore  # noqa: PLC0415

    def admission() -> Admission:
        from engine.importers.admission import Admission, PrivacyRules  # noqa: PLC0415
        from engine.tracking.privacy.filter import PrivacyFilter  # noqa: PLC0415
        from engine.tracking.privacy.titles import clean_title  # noqa: PLC0415

        tracking, privacy = preferences.load().tracking, preferences.load().privacy
        return Admission(
            PrivacyRules(
                PrivacyFilter(tracking, privacy).admit,
                clean_title,
                titles=tracking.titles,
                private=privacy.record_private_windows,
                patterns=bool(privacy.excluded_titles),
            )
        )

    return Imports(BatchStore(database, labeller), clock, admission)


def build_reports(
    database: Database, labeller: CurrentRules, heartbeat: HeartbeatFile, rule: Callable[[], DayRule], clock: Clock
) -> Reports:
    """Build what reports on the history, each report on one state of it."""
    from engine.api import Reports  # noqa: PLC0415
    from engine.domain.categories import CategoryTree  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.snapshot import Snapshots  # noqa: PLC0415

    categories = CategoryStore(database)
    return Reports(Snapshots(database, labeller, heartbeat).take, lambda: CategoryTree(categories.all()), rule, clock)


def rules_in_force(database: Database) -> CurrentRules:
    """Build what labels looks as they come, by the rules stored at that moment."""
    from engine.history.labels import CurrentRules  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.rules import RuleStore  # noqa: PLC0415

    return CurrentRules(RuleStore(database), CategoryStore(database))


def build_rules(database: Database, labeller: CurrentRules) -> Rules:
    """Build what looks at rules, changes them and labels the history anew."""
    from engine.api import Rules  # noqa: PLC0415
    from engine.storage.categories import CategoryStore  # noqa: PLC0415
    from engine.storage.looks import LookStore  # noqa: PLC0415
    from engine.storage.rule_packs import PackStore  # noqa: PLC0415
    from engine.storage.rules import RuleStore  # noqa: PLC0415

    looks = LookStore(database, labeller)
    return Rules(labeller, CategoryStore(database), RuleStore(database), PackStore(database), looks)


def desktop_gate(changed: Callable[[], object] = lambda: None) -> DesktopGate:
    """Build what asks this desktop to be seen; it needs no profile. changed: tells a running recorder."""
    from engine.api.desktop_access import DesktopGate  # noqa: PLC0415
    from engine.tracking.platforms.choose import backend_name  # noqa: PLC0415

    return DesktopGate(os.environ, backend_name(os.environ, platform.system()), changed)


def build_doctor(paths: ProfilePaths) -> Doctor:
    """Build the doctor alone: it must work where the engine cannot be built."""
    from engine.api import Doctor  # noqa: PLC0415

    return Doctor(paths, desktop=_desktop)


def _desktop() -> ProbeReport:
    """Return what can be watched here, and what is missing."""
    from engine.tracking.doctor import look_at_desktop  # noqa: PLC0415
    from engine.tracking.platforms.choose import caution, choose_probe, session_type  # noqa: PLC0415

    environ, system = os.environ, platform.system()
    report = look_at_desktop(session_type(environ, system), lambda: choose_probe(environ, system), _companions())
    return replace(report, note=report.note or caution(environ, system))


def _check_pattern(pattern: str) -> None:
    from engine.tracking.privacy.patterns import check_pattern  # noqa: PLC0415

    check_pattern(pattern)
