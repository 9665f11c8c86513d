"""What the engine says of blocks that cannot be planned so, listed to be translated; %1 and so on for what changes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

PLAN_MESSAGES = (
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "A block cannot take place before the first time it is planned for. Move the first time."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "A piece takes %1 minutes or more, and the longest is not shorter than the shortest."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A week holds 1 to %1 pieces, 0 means once."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The time of day it may lie in ends before it begins. Give a later end."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The time of day it may lie in is shorter than its shortest piece. Widen it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A flexible block needs at least one day of the week."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” comes from a calendar. Change it there, and it follows here."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A title or a project has at most %1 characters. Shorten it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A note has at most %1 characters. Shorten it."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "A title, a project or a note holds a character that no text has. Type it anew."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "This time is too far away. Choose one between 1970 and 2499."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A block lasts a minute or more. Choose a later end."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "A block lasts 24 hours at most. Choose an earlier end, or make it last whole days."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A block lasts a year at most. Choose an earlier end."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "This block would take place more than %1 times a year. Let it repeat less often."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "This rule never comes true, for example because a month has no such day. Change the rule."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The repeats of this block end before it begins. Choose a later UNTIL."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 takes place more than %2 times in that time. Ask for a shorter one."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "A block cannot repeat every minute or second. Use FREQ=HOURLY, DAILY, WEEKLY or longer."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A repeat rule has at most %1 characters. Write it as FREQ=WEEKLY;BYDAY=MO,WE."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "A repeat rule says how often: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY. Write it as FREQ=WEEKLY;BYDAY=MO,WE.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A repeat rule ends by COUNT or by UNTIL, not by both. Leave one out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This rule comes %1 times a day; %2 are the most. Name fewer times."),
    QT_TRANSLATE_NOOP("ErrorMessages", "BYSETPOS cannot be used with FREQ=HOURLY. Name the minutes with BYMINUTE."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is not part of a repeat rule. Write it as FREQ=WEEKLY;BYDAY=MO,WE."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A repeat rule says %1 once. Write it as FREQ=WEEKLY;BYDAY=MO,WE."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1=%2” cannot be used in a repeat rule. Write it as FREQ=WEEKLY;BYDAY=MO,WE."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This block repeats on days its rule names, so all of it cannot be moved to another day at once. "
        "Change its rule, or move this time alone.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” was changed meanwhile. Load the plan anew, and change it there."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This time of “%1” is gone meanwhile. Load the plan anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is protected, %2. Choose another time, or take its protection off first."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is planned already, %2. Ask for new places: kairos plan suggest"),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no proposal %1 any more. Ask for new ones: kairos plan suggest"),
    QT_TRANSLATE_NOOP("ErrorMessages", "The place %1 has begun already. Ask for new ones: kairos plan suggest"),
    QT_TRANSLATE_NOOP("ErrorMessages", "That flexible block is gone. Ask for a new suggestion: kairos plan suggest"),
    QT_TRANSLATE_NOOP("ErrorMessages", "The plan can be shown for eleven years at most. Ask for a shorter time."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no block %1. See: kairos plan show"),
    QT_TRANSLATE_NOOP("ErrorMessages", "More than %1 planned times lie in that time. Ask for a shorter one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "More than %1 planned times overlap in that time. Ask for a shorter one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This block is gone; it was removed meanwhile. Load the plan anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no flexible block %1. See: kairos plan flexible list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "The category of this block is gone. Choose another one."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "“%1” cannot be undone: it was changed elsewhere since. The plan stays as it is."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "“%1” cannot be redone: it was changed elsewhere since. The plan stays as it is."
    ),
)
