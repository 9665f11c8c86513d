"""What a rule would match in the person's own history, shown while it is being written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.dialogs.error_words import error_message
from desktop_app.dialogs.rule_words import category_path, is_named
from desktop_app.dialogs.seen_table import SeenView
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import plain_label
from engine.domain.categories import CategoryTree
from engine.domain.errors import KairosError
from engine.domain.labelling import Seen, Trial
from engine.domain.rules import Expression

if TYPE_CHECKING:
    from desktop_app.background import Background
    from engine.api import Rules

PAUSE_MS: Final = 200  # while someone types on, nothing is asked
MOST_LOOKS: Final = 200_000  # tried while typing: those with the most time
_SHOWN: Final = 50
_NAMED: Final = 4


class RuleTrial(QWidget):
    """Hits and misses side by side; one question at a time, and only the last match asked for is shown."""

    def __init__(
        self,
        rules: Rules,
        background: Background,
        tree: CategoryTree,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tree = tree
        self._rules, self._background, self._wording = rules, background, wording
        self._history: tuple[Seen, ...] | None = None
        self._match: Expression | None = None
        self._asking = False
        self._stale = False
        self.trial: Trial | None = None
        self.note = Paragraph("", "strong", self)
        self.note.setObjectName("error")
        self.cut, self.now = (Paragraph("", "secondary", self) for _ in range(2))
        self.hits_title, self.misses_title = (plain_label("", "strong", self) for _ in range(2))
        self.hits, self.misses = SeenView(wording, self), SeenView(wording, self)
        self.hits.setAccessibleName(self.tr("What it would match"))
        self.misses.setAccessibleName(self.tr("What it would not match"))
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self._show_nothing()

    def _arrange(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(spacing.M)
        for title, table in ((self.hits_title, self.hits), (self.misses_title, self.misses)):
            side = QVBoxLayout()
            side.setSpacing(spacing.XS)
            side.addWidget(title)
            side.addWidget(table, 1)
            sides.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addWidget(self.note)
        column.addLayout(sides, 1)
        column.addWidget(self.now)
        column.addWidget(self.cut)
        self.cut.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more."""
        self._timer.stop()
        super().hideEvent(event)

    def name_apps(self, app_name: Callable[[str], str]) -> None:
        """Call apps by these names."""
        self.hits.seen.app_name = self.misses.seen.app_name = app_name

    def try_out(self, match: Expression | None) -> None:
        """Show what the match would do, a moment later; None where nothing is complete yet."""
        self._match = match
        self._timer.start()

    def _ask(self) -> None:
        if self._asking:
            self._stale = True
            return
        match = self._match
        if match is None:
            self._show_nothing()
            return
        self._asking, self._stale = True, False
        self._background.ask(self, lambda: self._answer(match), self._show, self._refuse)

    def _answer(self, match: Expression) -> tuple[Trial, Counter[int]]:
        """Try the match; on the worker thread."""
        if self._history is None:
            named = (seen for seen in self._rules.history() if is_named(seen.look))
            longest = sorted(named, key=lambda seen: -seen.ms)
            self._history = tuple(longest[: MOST_LOOKS + 1])
        trial = self._rules.try_out(match, self._history[:MOST_LOOKS], _SHOWN)
        now: Counter[int] = Counter()
        for seen in trial.hits:
            now[self._rules.labels(seen.look).category_id or 0] += seen.ms
        return trial, now

    def _show(self, answer: tuple[Trial, Counter[int]]) -> None:
        trial, now = answer
        self._asking = False
        if self._stale or self._match is None:
            self._ask()
            return
        self.trial = trial
        self._tell_now(now)
        self.hits.seen.show_seen(trial.hits)
        self.misses.seen.show_seen(trial.misses)
        self.hits_title.setText(self._counted(self.tr("Matches: %1 windows, %2"), trial.hit_count, trial.hit_ms))
        self.misses_title.setText(
            self._counted(self.tr("Does not match: %1 windows, %2"), trial.miss_count, trial.miss_ms)
        )
        self.note.setText("" if trial.hit_count else "⚠ " + self.tr("Nothing in your history matches."))
        self.note.setVisible(not trial.hit_count)
        limited = self._history is not None and len(self._history) > MOST_LOOKS
        cut = self.tr("Tried on the %1 windows with the most time.").replace("%1", QLocale().toString(MOST_LOOKS))
        self.cut.setText(cut if limited else "")
        self.cut.setVisible(limited)

    def _tell_now(self, now: Counter[int]) -> None:
        """Say what the hits count as so far: other rules that may win, or lose."""
        nothing = self.tr("no category")
        parts = [
            f"{category_path(self._tree, number) or nothing} {self._wording.length(ms)}"
            for number, ms in now.most_common(_NAMED)
        ]
        self.now.setText(self.tr("The longest ones count now as: %1").replace("%1", " · ".join(parts)))
        self.now.setVisible(bool(parts))

    def _counted(self, sentence: str, count: int, ms: int) -> str:
        return sentence.replace("%1", QLocale().toString(count)).replace("%2", self._wording.length(ms))

    def _refuse(self, error: KairosError) -> None:
        self._asking = False
        if self._stale or self._match is None:
            self._ask()
            return
        self._show_nothing()
        self.note.setText(f"⚠ {error_message(error)}")
        self.note.show()

    def _show_nothing(self) -> None:
        self.trial = None
        self.hits_title.setText(self.tr("Matches"))
        self.misses_title.setText(self.tr("Does not match"))
        for table in (self.hits, self.misses):
            table.seen.show_seen(())
        for told in (self.note, self.cut, self.now):
            told.hide()
