"""Why something is recommended: what speaks for it and against it, in words and numbers that add up to its score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.dialogs.reason_words import ReasonWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.elided_label import ElidedLabel
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.reading_order import lead_on
from desktop_app.widgets.scrolled_body import ScrolledBody
from desktop_app.widgets.signed_bars import SignedBars, SignedRow
from engine.domain.recommended import Kind, Offer, Reason, ReasonKind, Scored

_SIZE: Final = (640, 460)
_DIGITS: Final = {Kind.BLOCK: 1, Kind.DOCUMENT: 3}  # a time is scored in minutes of focus
_MOST: Final = 9


@dataclass(frozen=True, slots=True)
class Recommended:
    """What the dialog is about. title, place: text that may be from elsewhere; detail: a sentence of ours."""

    kind: Kind
    title: str
    place: str
    detail: str
    offer: Offer
    why: Scored


class WhyDialog(QDialog):
    """Lists the parts of one score; closed with Esc or its button."""

    def __init__(self, theme: ThemeHolder, about: Recommended, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ReasonWords(self)
        self.setWindowTitle(self.tr("Why this?"))
        self.resize(*_SIZE)
        self.title = ElidedLabel(about.title, "heading", self)
        self.place = ElidedLabel(about.place, "secondary", self)
        self.detail = Paragraph(about.detail, "", self)
        self.about = Paragraph(self._intro(about.kind), "muted", self)
        self.bars = SignedBars(theme, self)
        self.rows = self._rows(about)
        self.bars.show_rows(self.rows)
        self.policy = Paragraph(self._words.chosen_by(about.offer), "muted", self)
        self.rests_on = Paragraph(self._words.rests_on(about.offer), "muted", self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.place.setVisible(bool(about.place))
        self.detail.setVisible(bool(about.detail))
        self._arrange()

    def _arrange(self) -> None:
        held = QWidget(self)
        inner = QVBoxLayout(held)
        inner.setContentsMargins(0, 0, spacing.S, 0)
        inner.setSpacing(spacing.M)
        inner.addWidget(self.bars)
        for part in (self.policy, self.rests_on):
            inner.addWidget(part)
        inner.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.XL, spacing.XL, spacing.XL, spacing.L)
        column.setSpacing(spacing.S)
        for label in (self.title, self.place, self.detail, self.about):
            column.addWidget(label)
        column.addWidget(ScrolledBody(self.tr("What the score is made of"), held, self), 1)
        column.addLayout(foot)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Lead Tab through the dialog as it is read."""
        return lead_on(self, forward=forwards)

    def _intro(self, kind: Kind) -> str:
        if kind is Kind.BLOCK:
            return self.tr(
                "What speaks for this time and against it, in minutes of focus; the numbers add up to the score."
            )
        return self.tr("What speaks for this document and against it; the numbers add up to the score.")

    def _rows(self, about: Recommended) -> list[SignedRow]:
        base = self.tr("What any time gets") if about.kind is Kind.BLOCK else self.tr("What any document gets")
        told, digits = _most(about.why.reasons), _DIGITS[about.kind]
        names = [base, *(self._words.sentence(one) for one in told)]
        values = [about.why.base, *(one.adds for one in told)]
        if abs(about.why.unexplained) >= 10**-digits / 2:
            names.append(self.tr("What cannot be told apart"))
            values.append(about.why.unexplained)
        longest = max(abs(value) for value in (*values, about.why.score)) or 1.0
        rows = [
            SignedRow(name, text, value / longest, "idle" if place == 0 else "")
            for place, (name, text, value) in enumerate(zip(names, signed(values, digits), values, strict=True))
        ]
        total = self.tr("Score")
        rows.append(SignedRow(total, number(about.why.score, digits), about.why.score / longest, "accent", strong=True))
        return rows


def _most(reasons: Sequence[Reason]) -> list[Reason]:
    """Return the weightiest reasons, and the rest as one."""
    ordered = sorted(reasons, key=lambda one: (one.kind is ReasonKind.OTHER, -abs(one.adds)))
    if len(ordered) <= _MOST:
        return ordered
    rest = sum(one.adds for one in ordered[_MOST - 1 :])
    return [*ordered[: _MOST - 1], Reason(ReasonKind.OTHER, rest)]


def number(value: float, digits: int) -> str:
    """Return a score as it is written."""
    text = QLocale().toString(abs(value), "f", digits)
    return f"−{text}" if value < 0 and round(value, digits) else text


def signed(values: Sequence[float], digits: int) -> list[str]:
    """Return the numbers with their signs, rounded so that what is written adds up to the written sum."""
    texts, exact, written = [], 0.0, 0.0
    for value in values:
        exact += value
        step = round(round(exact, digits) - written, digits)
        written = round(written + step, digits)
        texts.append(f"+{number(step, digits)}" if step >= 0 else number(step, digits))
    return texts
