"""Notifications: what Kairos says by itself, when it is due, and when it has grown stale."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NotificationKind(StrEnum):
    """What a notification is about."""

    BLOCK_SOON = "block_soon"  # a block starts in amount minutes: subject its title
    BREAK_DUE = "break_due"  # active for long without a break: amount minutes
    EYE_REST = "eye_rest"  # amount minutes at the screen
    GOAL_NEAR = "goal_near"  # most of an at-most goal is used up: subject its name, amount minutes left
    GOAL_OVER = "goal_over"  # an at-most goal is passed
    GOAL_MET = "goal_met"  # an at-least goal is reached
    GOAL_SLIPS = "goal_slips"  # at this pace an at-least goal is missed: amount minutes likely
    DAY_SUMMARY = "day_summary"  # amount minutes active today
    SESSION_OVER = "session_over"  # a focus session ended by itself
    BREAK_OVER = "break_over"
    NUDGE = "nudge"  # a distraction stays in front in a session: subject the app
    PLAN_CHANGED = "plan_changed"  # a conflict was found at the start of the day: amount blocks concerned
    CALENDAR_TROUBLE = "calendar_trouble"  # a calendar could not be read: subject its name
    LETTER = "letter"  # the weekly letter is written


class NotificationAction(StrEnum):
    """What a person can answer."""

    START = "start"  # a focus session, at the block
    SNOOZE = "snooze"
    BREAK = "break"  # take a break now
    OPEN = "open"  # show the page it is about
    DISMISS = "dismiss"
    WORK = "work"  # what is in front is work, and no distraction


@dataclass(frozen=True, slots=True)
class Notification:
    """One notification. key: given once and never again. due_ms: from when on; stale_ms: from when on no longer.

    page: where it leads. block_id: the block it is about, 0 for none. others: how many more of its kind it speaks for.
    """

    key: str
    kind: NotificationKind
    due_ms: int
    stale_ms: int
    subject: str = ""
    amount: int = 0
    actions: tuple[NotificationAction, ...] = ()
    page: str = ""
    block_id: int = 0
    others: int = 0
