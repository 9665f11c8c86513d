"""What the engine says cannot be done, in the person's language.

The engine writes English sentences; those that reach the window are listed here and beside it, %1 and so on
standing for what changes. A sentence that is not listed is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.dialogs.backup_messages import BACKUP_MESSAGES
from desktop_app.dialogs.calendar_messages import CALENDAR_MESSAGES
from desktop_app.dialogs.document_messages import DOCUMENT_MESSAGES
from desktop_app.dialogs.erase_messages import ERASE_MESSAGES
from desktop_app.dialogs.focus_messages import FOCUS_MESSAGES
from desktop_app.dialogs.key_messages import KEY_MESSAGES
from desktop_app.dialogs.learning_messages import LEARNING_MESSAGES
from desktop_app.dialogs.letter_messages import LETTER_MESSAGES
from desktop_app.dialogs.mind_messages import MIND_MESSAGES
from desktop_app.dialogs.pack_messages import PACK_MESSAGES
from desktop_app.dialogs.plan_messages import PLAN_MESSAGES
from desktop_app.dialogs.share_messages import SHARE_MESSAGES
from desktop_app.dialogs.team_messages import TEAM_MESSAGES

_CONTEXT = "ErrorMessages"
_PARSED = "This is no pack: it is not TOML (%1)."
_PARSED_AT = QT_TRANSLATE_NOOP("ErrorMessages", "This is no pack: line %1 of it is not TOML.")
_PARSED_NOWHERE = QT_TRANSLATE_NOOP("ErrorMessages", "This is no pack: it is not TOML.")
_LONGEST = 4_000  # a message longer than this is none of ours
_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "A category needs a name."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A focus weight is %1 to %2, not %3."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The category to put this one under is gone. Load the categories anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is a category “%1” here already. Choose another name."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This category is gone. Load the categories anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This category is gone already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This category is there already."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Old history was condensed meanwhile. This category cannot be brought back; make it anew.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The category “%1” would lie inside itself. Choose another parent."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A rule for a project needs its name."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A rule for a tag needs its name."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The category of this rule is gone. Choose another one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This rule is gone. Load the rules anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The rules have changed meanwhile. Load them anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This rule is gone already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There would be %1 rules; at most %2 can be used."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The rule is nested more than %1 deep. Make several rules of it."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "The rule compares nothing. Say which app, title, site or document it is about."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The rule makes %1 comparisons; at most %2 can be used."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1 contains” needs a text to look for."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A text of the rule (%1) holds characters that are no text. Type it anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A text of the rule has %1 characters; at most %2 can be used."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The pattern is empty. Write what to look for."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The pattern has %1 characters; at most %2 can be used."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The pattern “%1” cannot be used: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A stored rule cannot be understood: its match is no expression."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is larger than %2 MB: it is no file of rules."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is no text in UTF-8. Save it as UTF-8 and try again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be read: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be written: %2. Choose another place."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The category of this goal is gone. Choose another one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This goal is gone. Load the goals anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no goal %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A goal needs at least one day of the week."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A goal like this one takes %1 to %2 minutes, not %3."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Name the app the goal is about."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Name the project the goal is about."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Choose the category the goal is about."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is nothing to correct."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A correction can be ten years long at most. Choose a shorter time."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nobody was at the machine then. Add the time instead of changing it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The end (%1) has to be after the start (%2)."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 lies in the future: it is %2 now. Only what is over can be corrected."),
    QT_TRANSLATE_NOOP("ErrorMessages", "At most 24 hours can be added at once."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say what the time was: a title, an app or a category."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say what shall be different: a title, an app, a category, a project or a tag."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The name of an app cannot be empty."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 does not lie within %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nothing of %1 would be left. Delete it instead."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nothing would be cut off. Say a later start or an earlier end."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nothing between %1 has been corrected."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nothing is recorded between %1."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "That time was private or excluded and has no name to change. It can be labelled or deleted."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "No app was in front then. Say what the time was."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A text can have %1 characters at most; this one has %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Answer at least one of the questions, or close them."),
    QT_TRANSLATE_NOOP("ErrorMessages", "That category does not exist any more. Choose another one."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no import number %1. List them with: kairos imports"),
    QT_TRANSLATE_NOOP("ErrorMessages", "Import number %1 was taken back already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 holds no recorded time that can be imported."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This profile holds real recordings, so no sample days are added to it. Name another folder with "
        "--profile, or leave --profile out to use one of its own.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "Only GNOME on Wayland needs the extension, and this is another kind of session."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A pause lasts 1 to %1 minutes (a week)."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say for how many minutes recording should pause, for example 15."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say what to look for: a part of a title, an app, a site or a document."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A report needs at least one day: its last day is before its first."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 to %2 is not a range that can be reported on."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is too far away."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is not a date. Write it as year-month-day, for example 2026-11-21."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The time zone “%1” is not known. Use a name such as Europe/Berlin."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Parquet files need pyarrow, which is not installed. Install it with: pip install 'kairos-"
        "desktop[parquet]', or choose csv or json.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Parquet files need pyarrow, which this package of Kairos does not hold. Choose csv or json.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be read: %2. Mend the file, or move it away to start afresh."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be written: %2. The old settings stay in force."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1: %2 is not known among the privacy settings. %3"),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1: %2 is %3; it can be %4."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1: %2 is %3; it can be %4 to %5."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The folder %1 cannot be written. See that the disk is not mounted read-only and that this account may "
        "write there.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A program file of Kairos is damaged: %1. Install Kairos again."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The folder %1 belongs to another account and others may write there: they could read and change what Kairos "
        "keeps. Name a folder of your own with --profile.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The folder %1 holds other files. Name an empty folder, or one that does not exist yet, with "
        "--profile: Kairos keeps its data apart and closes the folder to other users.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The folder %1 cannot be made or used: %2. See that the disk is not mounted read-only and that this account "
        "may write there; --profile names another folder.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A %1 of this profile already runs%2. Stop it first, or use another --profile."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be opened: %2. Check the folder's permissions."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "The bundled SQLite is %1, which can damage data; at least %2 is needed. Install Kairos again."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The database driver cannot be loaded: %1. Install Kairos again."),
)
_ALL = (
    _MESSAGES
    + BACKUP_MESSAGES
    + CALENDAR_MESSAGES
    + DOCUMENT_MESSAGES
    + ERASE_MESSAGES
    + FOCUS_MESSAGES
    + KEY_MESSAGES
    + LEARNING_MESSAGES
    + LETTER_MESSAGES
    + MIND_MESSAGES
    + PACK_MESSAGES
    + PLAN_MESSAGES
    + SHARE_MESSAGES
    + TEAM_MESSAGES
)
KNOWN = tuple(map(str, _ALL))  # its types promise no text


def known_message(text: str) -> str | None:
    """Return the engine's message in the window's language, None for one that is not listed."""
    if len(text) > _LONGEST:
        return None
    for source, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            told = QCoreApplication.translate(_CONTEXT, source)
            if source == _PARSED and told != source:
                return _parsed(found[1])
            return _filled(told, found.groups())
    return None


def _parsed(cause: str) -> str:
    """Return that a file is no TOML without what the parser says, which speaks English alone; but with the line."""
    line = re.search(r"at line (\d+)\b", cause)
    if line is None:
        return QCoreApplication.translate(_CONTEXT, str(_PARSED_NOWHERE))
    return _filled(QCoreApplication.translate(_CONTEXT, str(_PARSED_AT)), line.groups())


def _filled(sentence: str, values: tuple[str, ...]) -> str:
    return re.sub(r"%(\d)", lambda place: values[int(place[1]) - 1], sentence)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the known messages as patterns, those that say most in fixed words first."""
    fixed_first = sorted(KNOWN, key=lambda source: (source.count("%"), -len(source)))
    return tuple((source, re.compile(_pattern(source), re.DOTALL)) for source in fixed_first)


def _pattern(source: str) -> str:
    return "(.*?)".join(re.escape(part) for part in re.split(r"%\d", source))
