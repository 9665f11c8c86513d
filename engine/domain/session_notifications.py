"""What a focus session has said: its end, the end of a break, a distraction that stays in front."""

from __future__ import annotations

from engine.domain.clock import MS_PER_MINUTE
from engine.domain.focus_session import Nudge, Phase, SessionReport, SessionState
from engine.domain.notifications import Notification, NotificationAction, NotificationKind

_BREAKS = frozenset({Phase.BREAK, Phase.LONG_BREAK})
_STALE_MS = 10 * MS_PER_MINUTE


def session_over(report: SessionReport, now_ms: int) -> Notification:
    """Return what is said of a session that ended by itself: amount minutes of focused work."""
    return Notification(
        key=f"session_over:{report.session.id}",
        kind=NotificationKind.SESSION_OVER,
        due_ms=now_ms,
        stale_ms=now_ms + _STALE_MS,
        subject=report.session.intention,
        amount=report.focused_ms // MS_PER_MINUTE,
        actions=(NotificationAction.OPEN,),
        page="today",
    )


def break_over(before: SessionState, after: SessionState, now_ms: int) -> Notification | None:
    """Return what is said where a break of the session ended by itself between the two states; None where none did."""
    if before.session.id != after.session.id or before.phase not in _BREAKS or after.phase in _BREAKS:
        return None
    ends_ms = before.phase_ends_ms
    if ends_ms is None or not ends_ms <= now_ms < ends_ms + _STALE_MS:
        return None
    return Notification(
        key=f"break_over:{after.session.id}:{ends_ms}",
        kind=NotificationKind.BREAK_OVER,
        due_ms=ends_ms,
        stale_ms=ends_ms + _STALE_MS,
        subject=after.session.intention,
        page="today",
    )


def nudged(nudge: Nudge, now_ms: int) -> Notification:
    """Return a nudge as a notification; its actions mean back to work, some minutes more, and that it is work."""
    return Notification(
        key=f"nudge:{nudge.key}",
        kind=NotificationKind.NUDGE,
        due_ms=now_ms,
        stale_ms=now_ms + _STALE_MS,
        subject=nudge.app,
        actions=(NotificationAction.DISMISS, NotificationAction.SNOOZE, NotificationAction.WORK),
        page="today",
    )
