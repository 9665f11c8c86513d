"""What the engine says of skills, cards and weeks of learning, listed to be translated.

%1 and so on stand for what changes.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

LEARNING_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "A level is a number from 0 (nothing yet) to 10 (as well as it can be known)."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A rating is 1 (forgotten), 2 (hard), 3 (good) or 4 (easy)."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is a skill “%1” already. Choose another name."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This skill is gone. Load the skills anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no skill %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no item %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no item %1. See: kairos learn items"),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no card %1. See: kairos learn cards"),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no skill “%1”. See: kairos learn skills"),
    QT_TRANSLATE_NOOP("ErrorMessages", "This document is no longer indexed. Choose another one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Name the skill in 1 to %1 characters."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A weight is 1 (matters little) to %1 (matters most)."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A limit is %1 minutes a week or more, 0 for none."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Name what is learned with, in at most %1 characters."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say about how many minutes it takes, 1 or more."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A question has 1 to %1 characters and an answer 1 to %2. Shorten it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A week of learning has %1 minutes to %2 hours."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This plan is of another week. Make a new one: kairos learn plan"),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is nothing to plan yet. Add a skill first: kairos learn add NAME"),
)
