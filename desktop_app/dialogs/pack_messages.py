"""What the engine says of packs and their items, listed to be translated.

%1 and so on stand for what changes.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

PACK_MESSAGES = (
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "The line “kind = …” has to stand by itself at the top. Write it so, and seal it again."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "This is no pack: it is not TOML (%1)."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This is no pack of a kind known here: it must say “format = %1” and “kind = …”. A newer Kairos may "
        "have written it.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A pack is of %1; this one says another kind. A newer Kairos may know it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This is no pack: something in it is nested far too deep."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "“%1” of a pack is a text of at most %2 characters on one line, all of them seen."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is nothing a pack says. Remove it, or write [[…]] items."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This pack has %1 items; at most %2 can be taken at once."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“repeats” of a template has no UNTIL and no COUNT."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A pack of blocks holds flexible blocks and blocks that repeat."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No such block repeats or is flexible: “%1”."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A reading list holds things to read."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A learning plan holds skills and what they are learned with."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“level” is a number from 0 to %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is not known here. A newer Kairos may have written it."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is a text of at most %2 characters."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” holds characters that cannot be seen. Type it anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is a whole number from %2 to %3."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is true or false."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is one of %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", '“%1” is a time of day such as "09:30".'),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is a list of days out of %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is not written as one is."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“file” is a name without a folder."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "“link” is an address that begins with http:// or https://, without a name or password."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A pack of rules holds categories and rules."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No category, project or tag is called “%1”."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is nothing to put into this pack. Choose something first."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Give the pack a name of 1 to %1 characters."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Sharing is off, so no pack is made. Turn it on in Settings > Sharing, or with: kairos share on",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "This pack is not sealed. Whoever wrote it seals it with: kairos packs seal FILE"
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This pack was changed after it was sealed, by an accident or by hand. Ask for it anew; if the change "
        "is your own, seal it again with: kairos packs seal FILE",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "What is there changed meanwhile. Look at the pack anew, and take it then."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be read: it is not there, or no ordinary file."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is larger than %2 MB: it is no pack."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The skill “%1” is gone meanwhile. Look at the pack anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No pack was taken in under the number %1. See: kairos packs list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "The pack “%1” is taken back already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This block does not come within a year. Change how it repeats."),
    QT_TRANSLATE_NOOP("ErrorMessages", "It stands in this pack twice."),
    QT_TRANSLATE_NOOP("ErrorMessages", "It names a place on your machine."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There would be more than %1 rules."),
    QT_TRANSLATE_NOOP("ErrorMessages", "It looks like your “%1” and is written with other letters."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A pack of this kind has no [[%1]]."),
    QT_TRANSLATE_NOOP("ErrorMessages", "It is nested far too deep."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Its skill is not in the pack."),
    QT_TRANSLATE_NOOP("ErrorMessages", "It has no name."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "You have a block of this name that repeats otherwise. Change it in the plan, or rename it first.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "It ends on a day or after a number of times, which is of your calendar."),
    QT_TRANSLATE_NOOP("ErrorMessages", "You changed it since, so it stays as it is."),
    QT_TRANSLATE_NOOP("ErrorMessages", "It is used by now, so it stays."),
    QT_TRANSLATE_NOOP("ErrorMessages", "What it belonged to before is gone, so it stays as it is."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A category can lie %1 deep and a name can have %2 characters."),
)
