"""What is likely in the next minutes, told from what was in front before this window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.widgets.card import Card
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, isolated
from engine.domain.app_names import AppNames
from engine.domain.model_status import Head
from engine.domain.soon import Soon

_LONGEST = 60


class SoonCard(Card):
    """Takes no room while nothing can be told."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._percent = wording.percent
        self._names, self._soon = AppNames(), Soon(0)
        self.set_title(self.tr("In the next minutes"))
        self.lines = [Paragraph("", "", self) for _ in range(3)]
        self.note = Paragraph("", "secondary", self)
        for part in (*self.lines, self.note):
            self.body.addWidget(part)
        self.hide()

    def show_soon(self, soon: Soon) -> None:
        """Show what is expected, and which of it is learned."""
        self._soon = soon
        texts = [text for text in (self._still(soon), self._distraction(soon), self._apps(soon)) if text]
        for line, text in zip(self.lines, [*texts, "", "", ""], strict=False):
            line.setText(text)
            line.setVisible(bool(text))
        self.note.setText(self._note(soon))
        self.setVisible(bool(texts))

    def show_names(self, names: AppNames) -> None:
        """Call apps by other names from now on."""
        self._names = names
        self.show_soon(self._soon)

    def _still(self, soon: Soon) -> str:
        if soon.undisturbed is None:
            return ""
        text = self.tr("Ten minutes without a switch to another app: %1 likely")
        return text.replace("%1", self._percent(soon.undisturbed))

    def _distraction(self, soon: Soon) -> str:
        if soon.distraction is None:
            return ""
        return self.tr("A distraction within a quarter of an hour: %1 likely").replace(
            "%1", self._percent(soon.distraction)
        )

    def _apps(self, soon: Soon) -> str:
        named = [(foreign(self._names.name(app), _LONGEST), chance) for app, chance in soon.apps]
        told = [f"{isolated(name)} {self._percent(chance)}" for name, chance in named]
        return self.tr("Next app: %1").replace("%1", self.tr(", ").join(told)) if told else ""

    def _note(self, soon: Soon) -> str:
        if len(soon.learned) == len({Head.SWITCH, Head.DISTRACTION, Head.NEXT_APP}):
            return self.tr("Told by the learned models from what was in front before this window.")
        if soon.learned:
            return self.tr("Told in part by learned models, in part by counting, from what was in front before.")
        return self.tr("Counted from your history; no learned model of this is in use yet.")
