"""Putting a stretch of the history right: what it was, from when to when, whether it counts at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QPushButton, QWidget

from desktop_app.background import Background
from desktop_app.dialogs.asking_dialog import AskingDialog
from desktop_app.dialogs.category_box import CategoryBox
from desktop_app.theme import spacing
from desktop_app.widgets.format import Wording
from desktop_app.widgets.paragraph import Paragraph
from desktop_app.widgets.plain_text import foreign
from desktop_app.widgets.reading_order import lead_on
from desktop_app.widgets.return_key import press_by_return
from engine.domain.categories import CategoryTree
from engine.domain.corrections import Changed, Said
from engine.domain.errors import KairosError
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelledStretch, LabelOverride

if TYPE_CHECKING:
    from engine.api import Corrections

_LONGEST = 1_000
_WIDTH = 520


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be put right. stretches: the history as it counts that shares time with span."""

    span: Interval
    stretches: tuple[LabelledStretch, ...]

    @property
    def was_active(self) -> bool:
        """Whether anything in it was active time; without, it can only be added."""
        return any(one.what.presence is Presence.ACTIVE for one in self.stretches)

    @property
    def fullest(self) -> LabelledStretch | None:
        """The active stretch that fills most of it, None without any."""
        active = [one for one in self.stretches if one.what.presence is Presence.ACTIVE]
        return max(active, key=self._share, default=None)

    @property
    def is_mixed(self) -> bool:
        """Whether several apps or titles fill it."""
        return len({(one.what.app, one.what.title) for one in self.stretches if one.what.app}) > 1

    def _share(self, one: LabelledStretch) -> int:
        part = one.interval.clip(self.span)
        return 0 if part is None else part.length_ms


class EditActivity(AskingDialog):
    """Says what the time was, deletes it or takes it back to the record; emits stored with what changed."""

    def __init__(
        self,
        subject: Subject,
        corrections: Corrections,
        background: Background,
        tree: CategoryTree,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(background, parent)
        self._subject, self._corrections = subject, corrections
        self._wording = wording
        self.setWindowTitle(self.tr("Correct the history"))
        self.setMinimumWidth(_WIDTH)
        self._make_fields(tree)
        self._make_buttons()
        self._fill()
        self._arrange()
        self.add_box.toggled.connect(self._show_mode)
        self._show_mode()
        self.title.setFocus()

    def _make_fields(self, tree: CategoryTree) -> None:
        self.title, self.app, self.project, self.tag, self.start, self.end = (QLineEdit(self) for _ in range(6))
        for field in (self.title, self.app, self.project, self.tag):
            field.setMaxLength(_LONGEST)
        for field in (self.project, self.tag):
            field.setPlaceholderText(self.tr("As the rules say"))
        self.category = CategoryBox(tree, self)
        self.add_box = QCheckBox(self.tr("Count all of it, also the time away from the computer"), self)

    def _make_buttons(self) -> None:
        self.delete_button = QPushButton(self.tr("Delete"), self)
        self.revert_button = QPushButton(self.tr("As recorded"), self)
        self.revert_button.setToolTip(self.tr("Drop all corrections of this time"))
        self.merge_button = QPushButton(self.tr("Make one of it"), self)
        self.merge_button.setToolTip(self.tr("All active time gets the name of what filled most of it"))
        self.merge_button.setVisible(self._subject.is_mixed)
        self._others = (self.delete_button, self.revert_button, self.merge_button)
        for button in self._others:
            press_by_return(button)
            self.beside.addWidget(button)
        self.save_button.clicked.connect(self._save)
        self.delete_button.clicked.connect(lambda: self._ask_of(self._corrections.delete))
        self.revert_button.clicked.connect(lambda: self._ask_of(self._corrections.revert))
        self.merge_button.clicked.connect(lambda: self._ask_of(self._corrections.merge))

    def _fill(self) -> None:
        subject, span = self._subject, self._subject.span
        self.start.setText(self._moment(span.start_ms))
        self.end.setText(self._moment(span.end_ms))
        fullest = subject.fullest
        if fullest is not None:
            said = fullest.override or UNCHANGED
            if not subject.is_mixed:
                self.title.setText(foreign(fullest.what.title, _LONGEST))
                self.app.setText(foreign(fullest.what.app, _LONGEST))
            self.project.setText(said.project or "")
            self.tag.setText(said.tag or "")
            self.category.choose(said.category_id)
        self._before = self._texts()
        self.add_box.setChecked(not subject.was_active)
        self.add_box.setEnabled(subject.was_active)
        self.delete_button.setEnabled(bool(subject.stretches))
        self.revert_button.setEnabled(
            any(one.corrected for one in subject.stretches) or not subject.stretches
        )  # or deleted

    def _moment(self, moment_ms: int) -> str:
        """Return the moment as the engine reads it; one that the clocks show twice keeps its offset."""
        local = self._wording.local(moment_ms)
        text = local.strftime("%Y-%m-%d %H:%M:%S").removesuffix(":00")
        twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
        return local.isoformat(sep=" ", timespec="seconds") if twice else text

    def _texts(self) -> tuple[str, str, str, str]:
        return self.title.text(), self.app.text(), self.project.text(), self.tag.text()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setSpacing(spacing.S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            (self.tr("From"), self.start),
            (self.tr("To"), self.end),
            (self.tr("What it was"), self.title),
            (self.tr("App"), self.app),
            (self.tr("Category"), self.category),
            (self.tr("Project"), self.project),
            (self.tr("Tag"), self.tag),
        )
        for label, field in rows:
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.column.addLayout(form)
        self.column.addWidget(self.add_box)
        self.column.addWidget(Paragraph(self.tr("What was recorded is kept; you can undo this."), "muted", self))
        self.column.addStretch(1)

    def _show_mode(self) -> None:
        adding = self.add_box.isChecked()
        several = self.tr("Several; they stay while this is empty") if self._subject.is_mixed else ""
        self.title.setPlaceholderText("" if adding else several)
        self.app.setPlaceholderText(self.tr("Away from the computer") if adding else several)

    def said(self) -> Said:
        """Return what is said: for time to add all fields, else those that were edited."""
        title, app, project, tag = (text.strip() for text in self._texts())
        if self.add_box.isChecked():
            labels = LabelOverride(self.category.chosen(), project or None, tag or None)
            return Said(app or None, title or None, labels or UNCHANGED)
        before = self._before
        labels = LabelOverride(
            self.category.chosen(), None if project == before[2] else project, None if tag == before[3] else tag
        )
        return Said(
            None if self.app.text() == before[1] else app,
            None if self.title.text() == before[0] else title,
            labels or UNCHANGED,
        )

    def _save(self) -> None:
        said = self.said()
        add = self._corrections.add if self.add_box.isChecked() else self._corrections.change
        self._ask_of(lambda start_ms, end_ms: add(start_ms, end_ms, said))

    def _ask_of(self, do: Callable[[int, int], Changed]) -> None:
        start, end = self.start.text(), self.end.text()
        self._enable_others(False)
        self.ask(lambda: do(self._corrections.moment(start), self._corrections.moment(end)))

    def refuse(self, error: KairosError) -> None:
        """Say why it was refused."""
        super().refuse(error)
        self._enable_others(True)

    def _enable_others(self, enabled: bool) -> None:
        for button in self._others:
            button.setEnabled(enabled)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Have Tab go through the dialog as it is read."""
        return lead_on(self, forward=forward)
