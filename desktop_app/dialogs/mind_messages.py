"""What the engine says of recommendations, ratings and trainings, listed to be translated.

%1 and so on stand for what changes.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

MIND_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no recommendation %1 any more. Ask for new ones."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A rating is a number from 1 (scattered) to 5 (focused)."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The models are being trained already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Training cannot be started: %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The training does not end. Stop it, then try again."),
)
