"""What the engine says of documents, of questions about them and of language models, listed to be translated.

%1 and so on stand for what changes.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

DOCUMENT_MESSAGES = (
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "The pattern “%1” matches nothing. Write one like *.pdf, drafts/ or notes/**/*.md."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The largest size of a document can be from 1 byte to 4 GiB."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is a file. Name the folder it is in: %2"),
    QT_TRANSLATE_NOOP("ErrorMessages", "No path was given. Write the path of a folder."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 has a sign in it that no path has. Check how it is written."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 begins with the name of no account here. Write the whole path."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The folder you are in is gone. Go to another one, or write the whole path."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 does not exist. Check how it is written, or make the folder first."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 may not be read by you. Ask for permission, or name another folder."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be opened: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is one of your folders already."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 lies in %2, which is one of your folders: it is indexed already."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is one of your folders and lies in %2. Remove it first, then name the larger one: kairos documents "
        "remove %3",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is your whole home folder. Name the folders your documents are in, for example %2; if you mean all of "
        "it, say so (--yes).",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is far more than your documents. Name the folders your documents are in, for example %2; if you mean "
        "all of it, say so (--yes).",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "This folder is gone. Load the folders anew."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no folder %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is none of your folders. See them with: kairos documents list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "No folder is named yet. Name one with: kairos documents add FOLDER"),
    QT_TRANSLATE_NOOP("ErrorMessages", "Indexing cannot be started: %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The documents are being indexed just now. Ask again when that is done."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is not there any more, or cannot be reached."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is no file."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 could be run instead of shown. Open it in an editor yourself."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no document %1."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "No document of this number or path is indexed. Find it with: kairos documents search"
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "There are several documents “%1”. Write the path of one: %2."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "“%1” is no indexed document. Write its path, as “kairos documents search” shows it."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "Nothing was recorded by title at that time. Choose a time at which a window was in front."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "“%1” is no indexed document. Write its path or number, as “kairos documents search” shows it."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", 'A quotation mark is open. Close it, as in "annual report", or leave it out.'),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "Say at least one word to look for; filters and what is left out come beside it."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "type: cannot be turned round. Leave the - out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "in: cannot be turned round. Leave the - out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "after: cannot be turned round. Leave the - out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "before: cannot be turned round. Leave the - out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "used: cannot be turned round. Leave the - out."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say what to compare with right behind type: as in type:pdf."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", 'Say what to compare with right behind in: as in in:papers or in:"/home/me/my papers".'
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say what to compare with right behind after: as in after:2026-01."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say what to compare with right behind before: as in before:2026-01-31."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Say what to compare with right behind used: as in used:yesterday."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is no kind of document. There are %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” is in no indexed folder. Write the whole path, or add its folder first."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” ends before it begins."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "“%1” is no date. Write today, yesterday, monday, last week, this month, 3 days, 2026, 2026-01 or 2026-01-31.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "No sentence encoder is installed, so documents are found by their words alone."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The process that knows meaning ends at once. The log tells why."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No answer came within %1 seconds. Ask again, or use the words."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The search was closed."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The process cannot be started: %1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is not a whole path. Name the encoder's folder from its root."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 holds no %2. Choose the folder of an encoder, or none."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 holds a model of the kind %2. Choose one of the kind BERT or XLM-RoBERTa."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 holds an unusual variant of %2. Choose another encoder."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1/config.json: hidden_size cannot be shared among the heads."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1/config.json: layer_norm_eps is %2; it must lie between 0 and 1."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is no sound JSON: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is too large or holds no table."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is no sound list of steps: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 has steps that are not known: %2. Choose another encoder."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 pools its tokens in a way that is not known. Choose another encoder."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be used: %2. Choose another encoder."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be used: %2 is missing. Choose another encoder."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 cannot be used: its numbers go beyond the network's table of words. Choose another encoder.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "%1 cannot be used: its kind is %2, known are WordPiece and Unigram. Choose another encoder."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "%1 cannot be used: it splits texts in another way than BERT. Choose another encoder."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "%1 cannot be used: it splits texts in another way than XLM-RoBERTa. Choose another encoder."
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 holds no weights. Fetch the whole file."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The encoder's weights do not fit its config.json: %1 is missing."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "The encoder's weights do not fit its config.json: %1 is of the shape %2, not %3."
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is not the file that was published: its SHA-256 begins with %2. Delete it, then set Kairos up again.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is not a sound safetensors file: %2. Fetch it again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 is larger than %2 GB. Choose a smaller encoder."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 changed while it was read. Try again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 changed meanwhile. Try again."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages", "The encoder's weights yield no numbers. Fetch them again, or choose another encoder."
    ),
)
