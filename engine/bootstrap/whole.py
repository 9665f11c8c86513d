"""Builds the engine: everything one profile can do."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from engine.bootstrap.assistant import assistant_of
from engine.bootstrap.backups import build_backups
from engine.bootstrap.calendars import build_calendars
from engine.bootstrap.desktop import build_doctor, build_sources, desktop_gate
from engine.bootstrap.digest import build_digests
from engine.bootstrap.document_use import build_document_uses
from engine.bootstrap.documents import build_documents
from engine.bootstrap.erasing import build_erasing
from engine.bootstrap.exchange import build_imports, build_reports
from engine.bootstrap.focus import build_focus
from engine.bootstrap.history import build_away, build_corrections, build_history, build_search
from engine.bootstrap.insights import build_insights
from engine.bootstrap.jobs import build_jobs
from engine.bootstrap.keys import build_keys
from engine.bootstrap.learning import build_learning
from engine.bootstrap.letter import LetterRooms, build_letters
from engine.bootstrap.mind import advice_asker, build_mind
from engine.bootstrap.mind_advice import local_clock
from engine.bootstrap.notify import build_notifications
from engine.bootstrap.opening import open_database
from engine.bootstrap.packs import build_packs
from engine.bootstrap.planner import build_planner
from engine.bootstrap.planning import build_goals, build_plan
from engine.bootstrap.privacy import build_privacy
from engine.bootstrap.retention import build_retention
from engine.bootstrap.rule_suggestions import build_rule_suggestions
from engine.bootstrap.rules import build_rules, rules_in_force
from engine.bootstrap.sharing import build_sharing
from engine.bootstrap.team import build_team
from engine.bootstrap.together import build_together
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.api import (
        Backups,
        Calendars,
        Digests,
        Doctor,
        Documents,
        DocumentUses,
        Engine,
        Erasing,
        Focus,
        Goals,
        History,
        Imports,
        Insights,
        Keys,
        Learning,
        Letters,
        Notifications,
        Plan,
        Planner,
        Preferences,
        Privacy,
        Recording,
        Reports,
        RetentionApi,
        Rules,
        Search,
        Sources,
    )
    from engine.api.assistant import Assistant
    from engine.api.giving import Giving
    from engine.domain.clock import Clock
    from engine.history.labels import CurrentRules
    from engine.storage.commands import CommandQueue
    from engine.storage.database import Database
    from engine.storage.heartbeat import HeartbeatFile
    from engine.talking import Asker


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every part of one profile's engine stands on."""

    paths: ProfilePaths
    database: Database
    heartbeat: HeartbeatFile
    clock: Clock
    labeller: CurrentRules

    @staticmethod
    def of(paths: ProfilePaths) -> _Ground:
        """Open the profile's database; a fresh profile gets its folder and database here."""
        from engine.storage.heartbeat import HeartbeatFile  # noqa: PLC0415

        database = open_database(paths.ensure())
        paths = replace(paths, key=database.key)  # for the processes that are started for it
        return _Ground(paths, database, HeartbeatFile(paths.heartbeat), local_clock(), rules_in_force(database))

    def parts(self) -> tuple[ProfilePaths, Database, HeartbeatFile, Clock, CurrentRules]:
        """Return them all."""
        return self.paths, self.database, self.heartbeat, self.clock, self.labeller


class _Planning(TypedDict):
    """What the person means to do, and what is made of it, by its names in the engine."""

    goals: Goals
    reports: Reports
    plan: Plan
    planner: Planner
    calendars: Calendars
    focus: Focus
    notifications: Notifications


class _Trust(TypedDict):
    """What keeps it theirs, by its names in the engine."""

    privacy: Privacy
    doctor: Doctor
    sources: Sources
    imports: Imports
    backups: Backups
    keys: Keys
    erasing: Erasing
    retention: RetentionApi


class _Understanding(TypedDict):
    """What is made of all that, by its names in the engine."""

    insights: Insights
    digest: Digests
    letters: Letters
    learning: Learning
    assistant_of: Callable[[Engine], Assistant]


def build_engine(paths: ProfilePaths) -> Engine:
    """Build what window and command line ask of one profile; a fresh profile gets its folder and database here.

    Raises ProfileError, SettingsError or a Storage* error with what to do.
    """
    from engine.api import Demo, Engine, InstalledApps, Preferences, WindowCalls  # noqa: PLC0415
    from engine.storage.activities import ActivityStore  # noqa: PLC0415
    from engine.storage.commands import CommandQueue  # noqa: PLC0415

    paths, database, heartbeat, clock, labeller = (ground := _Ground.of(paths)).parts()
    store, commands = ActivityStore(database, labeller=labeller), CommandQueue(database)
    recording = _recording(paths, clock, commands, database, heartbeat)
    preferences = Preferences(paths, check_pattern=_check_pattern, changed=recording.reload_settings)
    corrections = build_corrections(database, store, heartbeat, clock, labeller)
    history = build_history(store, heartbeat, clock, recording, preferences, corrections)
    rules, documents, advisers = build_rules(database, labeller), build_documents(database, paths), advice_asker(paths)
    backups = build_backups(database, paths, clock)
    uses, search = build_document_uses(database, corrections.stretches, clock), build_search(database)
    planning = _planning(ground, history, preferences, advisers)
    return Engine(
        paths=paths,
        database=database,
        heartbeat=heartbeat,
        app_names=InstalledApps(os.environ),
        recording=recording,
        history=history,
        preferences=preferences,
        desktop_access=desktop_gate(changed=recording.reload_settings),
        demo=Demo(database, clock, labeller),
        window=WindowCalls(clock, commands),
        rules=rules,
        rule_suggestions=build_rule_suggestions(database, rules, advisers, clock),
        corrections=corrections,
        away=build_away(corrections, clock, history, labeller, preferences),
        search=search,
        documents=documents,
        document_use=uses,
        mind=build_mind(database, paths, heartbeat, clock, history.rule, advisers),
        jobs=build_jobs(database, recording.runs),
        giving=_giving(ground, preferences, history, (rules, documents, uses)),
        **_trust(ground, backups, preferences, history),
        **planning,
        **_understanding(ground, planning, history, preferences, (uses, search), advisers),
    )


def _trust(ground: _Ground, backups: Backups, preferences: Preferences, history: History) -> _Trust:
    paths, database, clock, labeller = ground.paths, ground.database, ground.clock, ground.labeller
    return _Trust(
        privacy=build_privacy(paths, database, ground.heartbeat, clock),
        doctor=build_doctor(paths),
        sources=build_sources(paths, database),
        imports=build_imports(database, labeller, preferences, clock, backups.before_bulk_edit),
        backups=backups,
        keys=build_keys(database, paths, clock),
        erasing=build_erasing(database, paths, clock, labeller, backups),
        retention=build_retention(database, labeller, preferences, history.rule, clock, backups),
    )


def _giving(
    ground: _Ground, preferences: Preferences, history: History, of_packs: tuple[Rules, Documents, DocumentUses]
) -> Giving:
    from engine.api.giving import Giving  # noqa: PLC0415

    database, paths, labeller, clock = ground.database, ground.paths, ground.labeller, ground.clock
    return Giving(
        sharing=lambda: build_sharing(database, paths, labeller, preferences, history.rule, clock),
        team=lambda: build_team(database, labeller, preferences, history.rule, clock),
        together=lambda: build_together(database, preferences, clock),
        packs=lambda: build_packs(database, *of_packs, preferences, clock),
    )


def _planning(ground: _Ground, history: History, preferences: Preferences, advisers: Asker) -> _Planning:
    paths, database, heartbeat, clock = ground.paths, ground.database, ground.heartbeat, ground.clock
    labeller, rule = ground.labeller, history.rule
    goals = build_goals(database, labeller, heartbeat, rule, preferences.week_start, clock)
    reports = build_reports(database, labeller, heartbeat, rule, clock, goals, paths.drafts)
    plan = build_plan(database, clock)
    planner = build_planner(database, paths, heartbeat, labeller, plan, rule, clock, advisers)
    return _Planning(
        goals=goals,
        reports=reports,
        plan=plan,
        planner=planner,
        calendars=build_calendars(database, paths, plan, reports, rule, clock, planner),
        focus=build_focus(database, paths, heartbeat, clock, rule, labeller),
        notifications=build_notifications(
            database, heartbeat, labeller, preferences, plan, goals, history, clock, advisers
        ),
    )


def _understanding(
    ground: _Ground,
    planning: _Planning,
    history: History,
    preferences: Preferences,
    seen: tuple[DocumentUses, Search],
    advisers: Asker,
) -> _Understanding:
    database, heartbeat, clock, rule = ground.database, ground.heartbeat, ground.clock, history.rule
    planned = planning["plan"], planning["planner"]
    rooms = LetterRooms(planning["reports"], planning["goals"], *planned, preferences, rule)
    return _Understanding(
        insights=build_insights(database, ground.paths),
        digest=build_digests(database, seen[0], planning["plan"], clock),
        letters=build_letters(database, heartbeat, rooms, clock),
        learning=build_learning(database, planned, seen, rule, preferences.week_start, clock),
        assistant_of=assistant_of(database, ground.labeller, heartbeat, clock, advisers),
    )


def _recording(
    paths: ProfilePaths, clock: Clock, commands: CommandQueue, database: Database, heartbeat: HeartbeatFile
) -> Recording:
    from engine.api import Recording  # noqa: PLC0415
    from engine.storage.recorder_status import RecorderStatusStore  # noqa: PLC0415

    return Recording(paths, clock, commands, RecorderStatusStore(database), heartbeat)


def _check_pattern(pattern: str) -> None:
    from engine.tracking.privacy.patterns import check_pattern  # noqa: PLC0415

    check_pattern(pattern)
