"""What a window is taken to show, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.pages.documents.words import file_name
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.document_use import UseCorrected
from engine.domain.documents import MatchedBy

_LONGEST = 80


def state_words(said: UseCorrected) -> str:
    """Return which document it is taken to show, and who says so."""
    translate = QCoreApplication.translate
    if said.document is None:
        if said.said_by is MatchedBy.PERSON:
            return translate("ShownWords", "You said that it shows none of your documents.")
        return translate("ShownWords", "Kairos finds none of your documents in it.")
    sentence = {
        MatchedBy.PERSON: translate("ShownWords", "You said that it shows %1."),
        MatchedBy.PATH: translate("ShownWords", "Kairos takes it to show %1, the file that was open."),
        MatchedBy.TITLE: translate("ShownWords", "Kairos takes it to show %1, going by the title."),
    }[said.said_by or MatchedBy.TITLE]
    return sentence.replace("%1", isolated(file_name(said.document.identity.path)))


def changed_words(said: UseCorrected) -> str:
    """Return what was put right."""
    translate = QCoreApplication.translate
    title = isolated(foreign(said.what.title, _LONGEST))
    if said.document is None:
        return translate("ShownWords", "“%1” shows none of your documents").replace("%1", title)
    name = isolated(file_name(said.document.identity.path))
    sentence = translate("ShownWords", "“%1” shows %2")
    return name.join(part.replace("%1", title) for part in sentence.split("%2"))
