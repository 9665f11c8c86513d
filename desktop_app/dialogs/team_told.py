"""What a team file is and what taking it would do; and the sums of a round."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.dialogs.share_figures import Figures
from desktop_app.dialogs.share_words import bulleted, engine_words
from desktop_app.dialogs.team_words import TeamWords
from desktop_app.theme import spacing
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign, isolated, plain_label
from desktop_app.widgets.reading_area import ReadingArea
from engine.domain.team import TeamFile, TeamLine, TeamNeeds, TeamResult, TeamRules, TeamStep, TeamTaken, fewest_of

_NAME = 60


class TeamTold(ReadingArea):
    """Shows one thing at a time, in paragraphs that scroll."""

    def __init__(self, words: TeamWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words = words
        self.setAccessibleName(self.tr("What the file is"))

    def say(self, text: str) -> None:
        """Show one sentence."""
        self.begin()
        self._paragraph(text, "muted")
        self.end()

    def show_step(self, step: TeamStep) -> None:
        """Show what a file is, what the next step does, and what the file it makes holds."""
        words = self._words
        self.begin()
        self._heading(words.kind(step.kind))
        self._paragraph(words.what_next(step))
        self._facts(step.rules, step)
        epsilon = step.rules.epsilon_millionths
        if step.members:
            self._paragraph(words.protection(noisy=step.noisy, fewest=step.fewest, epsilon_millionths=epsilon))
        if step.made_before:
            self._paragraph(self.tr("You took this step before: the very same file is written again."), "strong")
        sums = step.kind is TeamFile.RESULT
        self._figures(self.tr("The sums") if sums else self.tr("Your figures, as they go under the mask"), step.lines)
        if step.lines and not sums:
            self._paragraph(
                self.tr("Counted by whole quarters of an hour, each for what took most of it: your reports are finer."),
                "secondary",
            )
        made = step.makes is not None
        self._list(self.tr("In the file that you would save") if made else self.tr("In this file"), step.holds)
        self._list(self.tr("Not in it"), step.leaves_out)
        self._list(self.tr("What it does not hide"), step.does_not_hide)
        self.end()

    def show_taken(self, taken: TeamTaken) -> None:
        """Show what was written and what to do with it."""
        self.begin()
        self._heading(self.tr("✓ The file is written."))
        self._paragraph(str(taken.file), "strong")
        self._paragraph(QLocale().formattedDataSize(taken.size), "secondary")
        self._paragraph(engine_words(taken.next))
        self._paragraph(self.tr("Kairos sends nothing: give the file away yourself."))
        if taken.fingerprint:
            self._fingerprint(taken.fingerprint)
        self.end()

    def show_needs(self, needs: TeamNeeds) -> None:
        """Show what is still to come before there are sums."""
        self.begin()
        asked = needs.file is not None
        self._heading(self.tr("✓ The request is written.") if asked else self.tr("No sums yet"))
        if needs.file is not None:
            self._paragraph(str(needs.file), "strong")
            self._paragraph(self.tr("Give it to those named below: each of them answers with a file."))
        if needs.more:
            self._paragraph(self.tr("Still to come, at least: %Ln file(s).", "", needs.more))
        if needs.names:
            self._paragraph(self.tr("Not here yet: %1").replace("%1", self._words.names(needs.names)))
        self._paragraph(engine_words(needs.next))
        self.end()

    def show_result(self, result: TeamResult) -> None:
        """Show the sums, how many took part, and what protects each of them."""
        words, epsilon = self._words, result.epsilon_millionths
        self.begin()
        self._heading(self.tr("The sums"))
        self._facts(result.rules, None)
        self._paragraph(words.took_part(result), "strong")
        few = fewest_of(len(result.contributed) + len(result.left_out))
        self._paragraph(words.protection(noisy=epsilon > 0, fewest=few, epsilon_millionths=epsilon))
        self._figures("", result.lines)
        if result.file is not None:
            self._paragraph(str(result.file), "strong")
        self._list(self.tr("What it does not hide"), result.does_not_hide)
        self.end()

    # ---------------------------------------------------------------- parts

    def _heading(self, text: str) -> None:
        self.column.addWidget(plain_label(text, "heading", self.body, wrap=True))

    def _paragraph(self, text: str, role: str = "") -> None:
        self.column.addWidget(Paragraph(text, role, self.body))

    def _figures(self, heading: str, lines: Sequence[TeamLine]) -> None:
        if not lines:
            return
        if heading:
            self._heading(heading)
        self.column.addWidget(Figures(self._words.share, lines, self.body))

    def _list(self, heading: str, sentences: Sequence[str]) -> None:
        if sentences:
            self.column.addSpacing(spacing.XS)
            self._heading(heading)
        for line in bulleted(sentences):
            self._paragraph(line)

    def _facts(self, rules: TeamRules, step: TeamStep | None) -> None:
        locale = QLocale()
        facts = [
            (self.tr("Round"), isolated(foreign(rules.name, _NAME))),
            (self.tr("Week"), self._words.share.week(rules.first_day, rules.last_day)),
        ]
        if step is not None and step.members:
            facts.append((self.tr("Joined"), locale.toString(step.members)))
        elif step is not None:
            facts.append((self.tr("People expected"), locale.toString(rules.expected)))
        if step is not None and step.names:
            facts.append((self.tr("Who"), self._words.names(step.names)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(spacing.L)
        grid.setVerticalSpacing(spacing.XS)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(plain_label(name, "muted", self.body), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Paragraph(value, "", self.body), row, 1)
        self.column.addLayout(grid)
        if step is not None and step.fingerprint:
            self._fingerprint(step.fingerprint)

    def _fingerprint(self, fingerprint: str) -> None:
        text = self.tr("Fingerprint of the list: %1. Compare it with the others: all have to see the same.")
        self._paragraph(text.replace("%1", fingerprint))
