"""What corrections did, in the person's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop_app.widgets.format import Wording
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.categories import CategoryTree
from engine.domain.corrections import Action, Correction, CorrectionKind, spanned
from engine.domain.stretches import NO_CATEGORY

_LONGEST = 60


def kind_name(corrections: Iterable[Correction]) -> str:
    """Return what kind of action some corrections are."""
    translate = QCoreApplication.translate
    kinds = {one.kind for one in corrections}
    names = {
        CorrectionKind.ADD: translate("CorrectionWords", "Time added"),
        CorrectionKind.DELETE: translate("CorrectionWords", "Time deleted"),
        CorrectionKind.RETITLE: translate("CorrectionWords", "Title changed"),
        CorrectionKind.RELABEL: translate("CorrectionWords", "Labels changed"),
        CorrectionKind.REVERT: translate("CorrectionWords", "Back to the record"),
    }
    return next((name for kind, name in names.items() if kinds == {kind}), translate("CorrectionWords", "Correction"))


def span_words(action: Action, wording: Wording) -> str:
    """Return the time an action is about."""
    span = spanned(action.corrections)
    return f"{wording.moment(span.start_ms, 0)} – {wording.moment(span.end_ms, span.start_ms)}"


def said_words(action: Action, tree: CategoryTree) -> str:
    """Return what an action said of its time: titles, apps, labels and remarks, each once."""
    parts = [part for one in action.corrections for part in _said(one, tree)]
    return " · ".join(dict.fromkeys(isolated(foreign(part, _LONGEST)) for part in parts if part))


def _said(one: Correction, tree: CategoryTree) -> list[str]:
    labels = one.labels
    parts = [one.title or "", one.app or ""]
    if labels.category_id == NO_CATEGORY:
        parts.append(QCoreApplication.translate("CorrectionWords", "no category"))
    elif labels.category_id is not None:
        gone = QCoreApplication.translate("CorrectionWords", "a category that is gone")
        parts.append(" › ".join(tree.path(labels.category_id)) or gone)
    return [*parts, labels.project or "", labels.tag or "", one.note]
