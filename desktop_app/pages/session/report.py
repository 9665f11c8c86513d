"""What came of a session: how much was focused, what came between, and how it was in the person's own eyes."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.focus.words import FocusWords
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from desktop_app.widgets.rating_row import RatingRow
from desktop_app.widgets.ring import Ring
from desktop_app.widgets.sentences import joined
from engine.domain.categories import CategoryTree
from engine.domain.focus_session import SessionReport

_LISTED = 4
_WHOLE = 100


class SessionRating(RatingRow):
    """Asks for a session instead of the last half hour; nothing has to be skipped, since Done does that."""

    def write(self) -> None:
        """Write everything in the window's language."""
        super().write()
        question = self.tr("How focused were you in your own eyes? (1 hardly, 5 fully)")
        self.question.setText(question)
        self.setAccessibleName(question)
        self.skip_button.hide()

    def show_rating(self, rating: int | None) -> None:
        """Mark what was given."""
        for value, tap in enumerate(self.taps, 1):
            tap.setCheckable(True)
            tap.setChecked(value == rating)


class ReportView(QWidget):
    """Shows a SessionReport; emits rated(1 to 5) and done."""

    rated = Signal(int)
    done = Signal()

    def __init__(self, theme: ThemeHolder, words: FocusWords, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._wording = words, wording
        self._report: SessionReport | None = None
        self._tree = CategoryTree(())
        self.ring = Ring(theme, self)
        self.when = plain_label("", "muted", self)
        self.lines: list[tuple[QLabel, QLabel]] = []
        self.between = Paragraph("", "", self)
        self.rating = SessionRating(self)
        self.done_button = QPushButton(self)
        self._arrange()
        self.rating.rated.connect(self._rate)
        self.done_button.clicked.connect(self.done)
        self.write()

    def _arrange(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(spacing.L)
        self._grid.setVerticalSpacing(spacing.XS)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.setSpacing(spacing.XS)
        column.addStretch(1)
        column.addWidget(self.when)
        column.addLayout(self._grid)
        column.addWidget(self.between)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(spacing.XL)
        row.addWidget(self.ring)
        row.addLayout(column, 1)
        foot = QHBoxLayout()
        foot.setSpacing(spacing.S)
        foot.addWidget(self.rating, 1)
        foot.addWidget(self.done_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(spacing.M)
        whole.addLayout(row)
        whole.addLayout(foot)

    def write(self) -> None:
        """Write everything in the window's language."""
        self.rating.write()
        self.done_button.setText(self.tr("Done"))
        if self._report is not None:
            self.show_report(self._report, self._tree)

    def show_report(self, report: SessionReport, tree: CategoryTree) -> None:
        """Show what came of a session; tree: what its categories are called."""
        self._report, self._tree = report, tree
        score = "–" if report.score is None else QLocale().toString(report.score)
        self.ring.show_share((report.score or 0) / _WHOLE, score, self.tr("Focus score"))
        end_ms = report.session.end_ms or report.session.start_ms
        self.when.setText(self._wording.span(report.session.start_ms, end_ms))
        figures = self._figures(report)
        while len(self.lines) < len(figures):
            self._add_line()
        for (name, value), (said, amount) in zip(self.lines, figures, strict=True):
            name.setText(said)
            value.setText(amount)
        self.between.setText(self._interruptions(report))
        self.rating.show_rating(report.session.rating)

    def _add_line(self) -> None:
        name, value = plain_label("", "muted", self), plain_label("", "strong", self)
        self._grid.addWidget(name, len(self.lines), 0)
        self._grid.addWidget(value, len(self.lines), 1)
        self.lines.append((name, value))

    def _figures(self, report: SessionReport) -> tuple[tuple[str, str], ...]:
        length = self._wording.length
        focused = length(report.focused_ms)
        if report.active_ms:
            focused = f"{focused}  ({self._wording.percent(report.focused_ms / report.active_ms)})"
        return (
            (self.tr("Work"), length(report.work_ms)),
            (self.tr("Focused"), focused),
            (self.tr("Longest stretch"), length(report.longest_ms)),
            (self.tr("Switches"), QLocale().toString(report.switches)),
        )

    def _interruptions(self, report: SessionReport) -> str:
        """Return what came between, by category, the longest first."""
        if report.score is None:
            return self.tr("Too little was recorded to say more.")
        if not report.interruptions:
            return self.tr("Nothing came between.")
        totals: dict[int, int] = {}
        for one in report.interruptions:
            totals[one.category_id] = totals.get(one.category_id, 0) + one.interval.length_ms
        longest = sorted(totals.items(), key=lambda item: -item[1])[:_LISTED]
        named = [f"{self._words.category(key, self._tree)} {self._wording.length(ms)}" for key, ms in longest]
        text = self.tr("%n interruption(s): %1.", "", len(report.interruptions))
        text = text.replace("%1", " · ".join(named))
        more = sum(one.distracting for one in report.interruptions)
        distracting = self.tr("%n of them distracting.", "", more)
        return joined(text, distracting) if more else text

    def _rate(self, value: int) -> None:
        self.rating.show_rating(value)
        self.rated.emit(value)
