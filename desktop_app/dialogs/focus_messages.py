"""What the engine says of focus sessions, contracts and nudges, listed to be translated.

%1 and so on stand for what changes.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

FOCUS_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "A focus session has been running since %1. End it first."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No focus session is running."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A session's work lasts 1 to %1 minutes, not %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A break lasts 1 to %1 minutes."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A long break comes after 1 to %1 rounds."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A break is on already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No break is on."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A contract lasts 1 to %1 minutes, not %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is no answer to a nudge. There are: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no focus session %1. See: kairos focus list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no session %1 that is over. See: kairos focus list"),
)
