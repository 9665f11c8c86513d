"""Notifications in the person's language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign
from engine.domain.notifications import Notification, NotificationAction, NotificationKind

_LONGEST = 80
_MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Said:
    """What is shown: plain text, cut. buttons: what each does, and its label. opens: a click leads somewhere."""

    title: str
    body: str
    buttons: tuple[tuple[NotificationAction, str], ...] = ()
    opens: bool = False


class NotificationTexts(QObject):
    """Words for every kind of notification."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(parent=self)

    def said(self, one: Notification, text: str = "") -> Said:
        """Return how a notification reads. text: stands in for its body."""
        title, body = self._words(one)
        body = text or body
        if one.others:
            others = self.tr("And %1 more.").replace("%1", QLocale().toString(one.others))
            body = f"{body}\n{others}"
        shown = [action for action in one.actions if not (action is NotificationAction.OPEN and one.page)]
        return Said(title, body, tuple((action, self.button(action, one.kind)) for action in shown), bool(one.page))

    def button(self, action: NotificationAction, kind: NotificationKind | None = None) -> str:
        """Return what stands on a button; a nudge asks something else than the others."""
        if kind is NotificationKind.NUDGE and action is NotificationAction.SNOOZE:
            return self.tr("5 more minutes")
        if kind is NotificationKind.NUDGE and action is NotificationAction.DISMISS:
            return self.tr("Back to work")
        return {
            NotificationAction.START: self.tr("Start"),
            NotificationAction.SNOOZE: self.tr("Later"),
            NotificationAction.BREAK: self.tr("Take a break"),
            NotificationAction.OPEN: self.tr("Show"),
            NotificationAction.DISMISS: self.tr("Dismiss"),
            NotificationAction.WORK: self.tr("This is work"),
        }[action]

    def _words(self, one: Notification) -> tuple[str, str]:
        if one.kind in _GOALS:
            return self._goal(one)
        if one.kind is NotificationKind.BLOCK_SOON:
            return self._block(one)
        if one.kind in _SESSIONS:
            return self._session(one)
        return self._day(one)

    def _block(self, one: Notification) -> tuple[str, str]:
        minutes = self._length(one.amount)
        body = self.tr("Starts in %1").replace("%1", minutes) if one.amount else self.tr("Starts now")
        return foreign(one.subject, _LONGEST) or self.tr("Planned time"), body

    def _goal(self, one: Notification) -> tuple[str, str]:
        body = {
            NotificationKind.GOAL_NEAR: self.tr("%1 left of your limit."),
            NotificationKind.GOAL_OVER: self.tr("%1 over your limit."),
            NotificationKind.GOAL_MET: self.tr("Goal of %1 reached."),
            NotificationKind.GOAL_SLIPS: self.tr("At this pace it comes to %1, less than you meant."),
        }[one.kind]
        return foreign(one.subject, _LONGEST) or self.tr("Deep work"), body.replace("%1", self._length(one.amount))

    def _session(self, one: Notification) -> tuple[str, str]:
        subject = foreign(one.subject, _LONGEST)
        if one.kind is NotificationKind.SESSION_OVER:
            return self.tr("Session over"), self.tr("%1 of focused work.").replace("%1", self._length(one.amount))
        if one.kind is NotificationKind.BREAK_OVER:
            return self.tr("The break is over"), subject or self.tr("Ready to go on?")
        return self.tr("Still on course?"), self.tr("%1 stays in front.").replace("%1", subject)

    def _day(self, one: Notification) -> tuple[str, str]:
        length, number = self._length(one.amount), QLocale().toString(one.amount)
        return {
            NotificationKind.BREAK_DUE: (
                self.tr("Time for a break"),
                self.tr("You have been at it for %1 without one.").replace("%1", length),
            ),
            NotificationKind.EYE_REST: (
                self.tr("Rest your eyes"),
                self.tr("Look at something far away for twenty seconds."),
            ),
            NotificationKind.DAY_SUMMARY: (self.tr("Your day"), self.tr("Active for %1.").replace("%1", length)),
            NotificationKind.PLAN_CHANGED: (
                self.tr("Your plan has conflicts"),
                self.tr("Planned times in each other's way: %1").replace("%1", number),
            ),
            NotificationKind.CALENDAR_TROUBLE: (
                self.tr("A calendar cannot be read"),
                foreign(one.subject, _LONGEST),
            ),
            NotificationKind.LETTER: (
                self.tr("Your weekly letter"),
                self.tr("What last week went to, and one thing to try."),
            ),
        }[one.kind]

    def _length(self, minutes: int) -> str:
        return self._wording.length(minutes * _MINUTE)


_GOALS = frozenset(
    {
        NotificationKind.GOAL_NEAR,
        NotificationKind.GOAL_OVER,
        NotificationKind.GOAL_MET,
        NotificationKind.GOAL_SLIPS,
    }
)
_SESSIONS = frozenset({NotificationKind.SESSION_OVER, NotificationKind.BREAK_OVER, NotificationKind.NUDGE})
