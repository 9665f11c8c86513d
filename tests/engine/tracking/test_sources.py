"""What is said of each source, from what was found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.key_slots import Encryption, KeySlot, SlotKind
from engine.domain.last_seen import LastSeen
from engine.domain.sources import WRONG, Beside, Remedy, Source, Standing, Told
from engine.tracking.sources import SourceFacts, judge

SEES_ALL = ProbeReport("x11", "x11", windows=True, titles=True, idle=True, lock=True, suspend=True)
WELL = SourceFacts(
    recorder=RecorderHealth(RecorderState.RECORDING, beat_ms=9),
    probe=SEES_ALL,
    beside=Beside(tray=True, notifications=True),
    seen=LastSeen(
        active_ms=1, browser_title_ms=2, terminal_title_ms=3, document_ms=4, folders=1, calendars=1, calendar_ms=5,
        model_ms=6,
    ),
    encryption=Encryption(on=True, slots=(KeySlot(SlotKind.KEYRING, 1),), keyring="Secret Service"),
    free_bytes=10**11,
)  # fmt: skip


def _of(facts: SourceFacts, source: Source) -> tuple[Standing, Told, Remedy]:
    [found] = [one for one in judge(facts) if one.source is source]
    return found.standing, found.told, found.remedy


def test_all_sources_are_named_once_and_all_is_well() -> None:
    reports = judge(WELL)
    assert [one.source for one in reports] == list(Source)
    assert {one.standing for one in reports} == {Standing.GOOD}
    assert {one.source: one.last_ms for one in reports}[Source.RECORDER] == 9


def _probe(**changed: object) -> SourceFacts:
    return replace(WELL, probe=replace(SEES_ALL, **changed))  # type: ignore[arg-type]


def _seen(**changed: object) -> SourceFacts:
    return replace(WELL, seen=LastSeen(**changed))  # type: ignore[arg-type]


def _recorder(state: RecorderState) -> SourceFacts:
    return replace(WELL, recorder=RecorderHealth(state))


TROUBLED = {"calendars": 2, "calendars_in_trouble": 1}
TRAY_ALONE = replace(WELL, beside=Beside(tray=True, notifications=False))
NEITHER = replace(WELL, beside=Beside(tray=False, notifications=False))


@pytest.mark.parametrize(
    ("facts", "source", "standing", "told", "remedy"),
    [
        (_recorder(RecorderState.STOPPED), Source.RECORDER, Standing.BAD, Told.STOPPED, Remedy.START),
        (_recorder(RecorderState.PAUSED), Source.RECORDER, Standing.PAUSED, Told.PAUSED, Remedy.RESUME),
        (_probe(windows=False), Source.WINDOW, Standing.BAD, Told.WINDOW_NONE, Remedy.NONE),
        (_probe(windows=False, backend="gnome"), Source.WINDOW, Standing.BAD, Told.WINDOW_NO_GNOME, Remedy.EXTENSION),
        (_probe(backend="kwin"), Source.WINDOW, Standing.GOOD, Told.WINDOW_KWIN, Remedy.NONE),
        (_probe(idle=False), Source.IDLE, Standing.BAD, Told.IDLE_NONE, Remedy.NONE),
        (_probe(lock=False), Source.SESSION, Standing.PARTLY, Told.SESSION_PART, Remedy.NONE),
        (_probe(titles=False), Source.BROWSER, Standing.BAD, Told.TITLES_NONE, Remedy.NONE),
        (replace(WELL, titles=False), Source.BROWSER, Standing.OFF, Told.TITLES_OFF, Remedy.TITLES),
        (_seen(browser_ms=1), Source.BROWSER, Standing.PARTLY, Told.BROWSER_UNTITLED, Remedy.NONE),
        (_seen(terminal_ms=1), Source.TERMINAL, Standing.PARTLY, Told.TERMINAL_UNTITLED, Remedy.NONE),
        (_seen(), Source.TERMINAL, Standing.QUIET, Told.TERMINAL_QUIET, Remedy.NONE),
        (_seen(), Source.DOCUMENTS, Standing.OFF, Told.DOCUMENTS_NONE, Remedy.FOLDER),
        (_seen(folders=1), Source.DOCUMENTS, Standing.QUIET, Told.DOCUMENTS_QUIET, Remedy.NONE),
        (_seen(), Source.CALENDAR, Standing.OFF, Told.CALENDAR_NONE, Remedy.CALENDAR),
        (_seen(**TROUBLED), Source.CALENDAR, Standing.BAD, Told.CALENDAR_TROUBLE, Remedy.CALENDAR),
        (replace(WELL, beside=Beside()), Source.TRAY, Standing.UNKNOWN, Told.WINDOW_KNOWS, Remedy.NONE),
        (TRAY_ALONE, Source.NOTIFICATIONS, Standing.PARTLY, Told.NOTIFICATIONS_TRAY, Remedy.NONE),
        (NEITHER, Source.NOTIFICATIONS, Standing.BAD, Told.NOTIFICATIONS_NONE, Remedy.NONE),
        (replace(WELL, encryption=Encryption(on=False)), Source.KEYRING, Standing.OFF, Told.KEY_NONE, Remedy.ENCRYPT),
        (replace(WELL, free_bytes=10**8), Source.DISK, Standing.BAD, Told.DISK_FULL, Remedy.OPEN_FOLDER),
        (replace(WELL, free_bytes=5 * 10**8), Source.DISK, Standing.PARTLY, Told.DISK_LOW, Remedy.OPEN_FOLDER),
        (replace(WELL, writable=False), Source.DISK, Standing.BAD, Told.DISK_LOCKED, Remedy.OPEN_FOLDER),
        (_seen(job_failed=True), Source.MODELS, Standing.PARTLY, Told.MODELS_FAILED, Remedy.TRAIN),
        (replace(WELL, seen=None), Source.MODELS, Standing.UNKNOWN, Told.NO_DATABASE, Remedy.NONE),
    ],
)  # fmt: skip
def test_what_is_said_and_what_helps(
    facts: SourceFacts, source: Source, standing: Standing, told: Told, remedy: Remedy
) -> None:
    assert _of(facts, source) == (standing, told, remedy)


def test_what_was_chosen_or_is_not_set_up_is_no_trouble() -> None:
    facts = replace(WELL, titles=False, speaks=False, seen=LastSeen(), encryption=Encryption(on=False))
    assert not [one for one in judge(facts) if one.standing in WRONG]
