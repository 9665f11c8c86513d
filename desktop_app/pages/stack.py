"""The pages behind each other: which is shown, when each is made, and what all of them are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop_app.pages.titles import page_title

if TYPE_CHECKING:
    from desktop_app.actions import Action
    from desktop_app.choices import Choices
    from desktop_app.focus.keeper import FocusKeeper
    from desktop_app.pages.advice.adviser import Adviser
    from desktop_app.pages.away_questions import AwayQuestions
    from desktop_app.pages.documents.library import Library
    from desktop_app.pages.documents.page import DocumentsPage
    from desktop_app.pages.insights import InsightsPage
    from desktop_app.pages.plan import PlanPage
    from desktop_app.pages.reports import ReportsPage
    from desktop_app.pages.rules import RulesPage
    from desktop_app.pages.timeline import TimelinePage
    from desktop_app.pages.today import TodayPage
    from desktop_app.recorder.control import RecorderControl
    from desktop_app.theme import ThemeHolder
    from engine.domain.app_names import AppNames
    from engine.domain.health import RecorderHealth
    from engine.domain.intervals import Interval
    from engine.domain.summary import DaySummary


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What the window is given to work with once it is on screen."""

    control: RecorderControl
    choices: Choices
    library: Library
    adviser: Adviser
    focus: FocusKeeper


@dataclass(slots=True)
class Told:
    """What the pages have been told so far, for those that are made later."""

    summary: DaySummary | None = None
    names: AppNames | None = None
    away: AwayQuestions | None = None


class PageStack(QStackedWidget):
    """Makes a page when it is first shown; emits page_wanted(name) and sample_requested for what a page asks."""

    page_wanted = Signal(str)
    sample_requested = Signal()

    def __init__(self, theme: ThemeHolder, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = told
        self._made: dict[str, QWidget] = {}
        self._today: TodayPage | None = None
        self._plan: PlanPage | None = None
        self._timeline: TimelinePage | None = None
        self._reports: ReportsPage | None = None
        self._rules: RulesPage | None = None
        self._documents: DocumentsPage | None = None
        self._insights: InsightsPage | None = None

    def page(self, name: str) -> QWidget:
        """Return a page that has been shown."""
        return self._made[name]

    def show_page(self, name: str, parts: WindowParts) -> None:
        """Show a page of options.PAGES."""
        if name not in self._made:
            page = self._made[name] = self._make(name, parts)
            self.addWidget(page)
            for part in (page, *page.findChildren(QScrollArea)):
                part.setAccessibleName(part.accessibleName() or page_title(name))
        self.setCurrentWidget(self._made[name])

    def offered(self, name: str) -> tuple[Action, ...]:
        """Return what can be done on a page that has been shown."""
        from desktop_app.pages.offered import offered_by  # noqa: PLC0415  (not part of the first paint)

        return offered_by(name, self._made[name])

    def lead_keys(self, name: str) -> None:
        """Lead the keys to where they are wanted on a page that they opened."""
        if name == "documents" and self._documents is not None:
            self._documents.lead_keys()
        elif name == "plan" and self._plan is not None:
            self._plan.lead_keys()

    def _make(self, name: str, parts: WindowParts) -> QWidget:
        match name:
            case "today":
                self._today = self._make_today(parts.control, parts.adviser, parts.focus)
                self._today.session.serve(parts.focus, parts.choices)
                return self._today
            case "settings":
                from desktop_app.pages.settings import SettingsPage  # noqa: PLC0415

                return SettingsPage(parts.choices, parts.focus)
            case "documents" | "insights":
                known = name == "documents"
                return self._make_documents(parts) if known else self._make_insights(parts.adviser)
            case "plan" | "learn":
                return self._make_plan(parts) if name == "plan" else self._make_learn(parts)
            case "assistant":
                return self._make_assistant(parts)
        return self._make_history_page(name, parts.choices, parts.adviser)

    def _make_assistant(self, parts: WindowParts) -> QWidget:
        from desktop_app.pages.assistant import AssistantPage  # noqa: PLC0415

        page = AssistantPage(parts.choices, parts.adviser.lane)
        page.page_wanted.connect(self.page_wanted)
        page.days_wanted.connect(self._show_days)
        page.moment_wanted.connect(self._show_moment)
        return page

    def _make_today(self, control: RecorderControl, adviser: Adviser, focus: FocusKeeper) -> TodayPage:
        from desktop_app.pages.advice.words import length_of  # noqa: PLC0415
        from desktop_app.pages.today import TodayPage  # noqa: PLC0415

        page = TodayPage(self._theme)
        page.start_recorder.connect(control.start_now)
        page.resume_requested.connect(control.resume_now)
        page.load_sample.connect(self.sample_requested)
        page.settings_requested.connect(lambda: self.page_wanted.emit("settings"))
        page.advice.folders_wanted.connect(lambda: self.page_wanted.emit("documents"))
        page.advice.session_wanted.connect(lambda block: focus.start(length_of(block)))
        page.advice.serve(adviser)
        page.serve_plan(adviser.taken)
        page.show_sample(sample=control.sample)
        if control.health is not None:
            page.show_health(control.health)
        if self._told.away is not None:
            self._told.away.serve(page.away)
        if self._told.names is not None:
            page.show_names(self._told.names)
        if self._told.summary is not None:
            page.show_day(self._told.summary)
        return page

    def _make_plan(self, parts: WindowParts) -> QWidget:
        from desktop_app.pages.plan import PlanPage  # noqa: PLC0415

        page = self._plan = PlanPage(self._theme, parts.choices, parts.adviser)
        page.session_wanted.connect(parts.focus.start_planned)
        if self._told.names is not None:
            page.show_names(self._told.names)
        return page

    def _make_learn(self, parts: WindowParts) -> QWidget:
        from desktop_app.pages.learn import LearnPage  # noqa: PLC0415

        return LearnPage(self._theme, parts.choices, parts.adviser.lane)

    def _make_documents(self, parts: WindowParts) -> QWidget:
        from desktop_app.pages.documents.page import DocumentsPage  # noqa: PLC0415

        page = self._documents = DocumentsPage(self._theme, parts.library)
        page.settings_requested.connect(lambda: self.page_wanted.emit("settings"))
        page.packs_wanted.connect(parts.choices.packs_wanted)
        return page

    def _make_insights(self, adviser: Adviser) -> QWidget:
        from desktop_app.pages.insights import InsightsPage  # noqa: PLC0415

        page = self._insights = InsightsPage(self._theme, adviser)
        page.days_wanted.connect(self._show_days)
        page.category_wanted.connect(self._show_category)
        page.moment_wanted.connect(self._show_moment)
        page.today_requested.connect(lambda: self.page_wanted.emit("today"))
        if self._told.names is not None:
            page.show_names(self._told.names)
        return page

    def _make_history_page(self, name: str, choices: Choices, adviser: Adviser) -> QWidget:
        page: TimelinePage | ReportsPage | RulesPage
        if name == "timeline":
            from desktop_app.pages.timeline import TimelinePage  # noqa: PLC0415

            page = self._timeline = TimelinePage(self._theme, choices)
            page.listed.today_requested.connect(lambda: self.page_wanted.emit("today"))
        elif name == "reports":
            from desktop_app.pages.reports import ReportsPage  # noqa: PLC0415

            page = self._reports = ReportsPage(self._theme, choices)
            page.today_requested.connect(lambda: self.page_wanted.emit("today"))
            page.moment_wanted.connect(self._show_moment)
        else:
            from desktop_app.pages.rules import RulesPage  # noqa: PLC0415

            page = self._rules = RulesPage(self._theme, choices, adviser.lane)
        if self._told.names is not None:
            page.show_names(self._told.names)
        return page

    def _show_moment(self, span: Interval) -> None:
        self.page_wanted.emit("timeline")
        if self._timeline is not None:
            self._timeline.navigator.show_moment(span.start_ms, span.end_ms)

    def _show_category(self, first: date, last: date, path: tuple[str, ...], below: bool) -> None:
        self.page_wanted.emit("reports")
        if self._reports is not None:
            self._reports.show_category(first, last, path, below=below)

    def _show_days(self, first: date, last: date) -> None:
        self.page_wanted.emit("reports")
        if self._reports is not None:
            self._reports.show_dates(first, last)

    def show_day(self, summary: DaySummary) -> None:
        """Show what today holds, and let the others know that the history grew."""
        self._told.summary = summary
        if self._today is not None:
            self._today.show_day(summary)
        for page in (self._plan, self._timeline, self._reports):
            if page is not None:
                page.history_grew()

    def ask_away(self, questions: AwayQuestions) -> None:
        """Let Today ask about time away."""
        self._told.away = questions
        if self._today is not None:
            questions.serve(self._today.away)

    def show_names(self, names: AppNames) -> None:
        """Call apps by these names."""
        self._told.names = names
        for page in (self._today, self._plan, self._timeline, self._reports, self._rules, self._insights):
            if page is not None:
                page.show_names(names)

    def show_health(self, health: RecorderHealth) -> None:
        """Show the recorder's state."""
        if self._today is not None:
            self._today.show_health(health)
