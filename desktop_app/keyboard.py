"""The window by keyboard: the palette over every action, the list of shortcuts, and keys that act on every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.actions import Action, Doer, Entry, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.actions.control_keys import control_keys
from desktop_app.actions.shortcut_text import Section, native, sections
from desktop_app.item_models.action_list import ActionLine
from desktop_app.main_window import MainWindow
from desktop_app.options import PAGES
from desktop_app.pages.titles import page_title
from desktop_app.single_keys import SingleKeys
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.key_binding import on_keys
from desktop_app.widgets.place_of_choice import lead_keys_to, place_of_choice
from desktop_app.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop_app.choices import Choices
    from desktop_app.dialogs.command_palette import CommandPalette
    from desktop_app.dialogs.shortcut_sheet import ShortcutSheet
    from engine.settings import Settings

_LOOK_MS = 50
_LOOKS = 60  # three seconds until a page has read what an action of it needs
_LOOKS_FOR_CHOICE = 16  # to choose is the person's part: no longer than a list takes to be there
_DIGITS = 9


class Keyboard(QObject):
    """Knows every action there is. doers: what does those that are there on every page, by name."""

    def __init__(
        self, theme: ThemeHolder, window: MainWindow, choices: Choices, doers: Mapping[str, Doer], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._window, self._choices = theme, window, choices
        own: dict[str, Doer] = {
            "shortcuts": self.open_sheet,
            "search": self.search,
            "find_setting": self.open_settings,
        }
        self._doers: dict[str, Doer] = {**own, **doers}
        self._doers.update({f"go_{name}": self._going(name) for name in PAGES})
        self.palette: CommandPalette | None = None
        self.sheet: ShortcutSheet | None = None
        self._toast: Toast | None = None
        self._errand: _Errand | None = None
        everywhere = {"?": "shortcuts", "？": "shortcuts", "/": "search", " ": "session_toggle", "p": "session_pause"}
        self.single = SingleKeys(window, {keys: self._running(name) for keys, name in everywhere.items()})
        on_keys(window, "Ctrl+K", self.open_palette)
        window.page_shown.connect(self.single.heed_page)
        choices.shortcuts_wanted.connect(self.open_sheet)
        choices.palette_wanted.connect(self.open_palette)
        choices.changed.connect(self._heed)
        self._heed(choices.settings)

    def _heed(self, settings: Settings) -> None:
        self.single.switch(on=settings.shortcuts.single_keys)

    # ---------------------------------------------------------------- what there is

    def entries(self, page: str) -> tuple[Entry, ...]:
        """Return what is known of a page's actions, made or not; those of every page for ""."""
        return entries_of(page) if page else (*self._going_entries(), *entries_of(""))

    def _going_entries(self) -> tuple[Entry, ...]:
        def keys(place: int) -> str:
            return f"Ctrl+{place + 1}" if place < _DIGITS else "Ctrl+,"

        show = self.tr("Show %1")
        return tuple(
            Entry("", f"go_{name}", show.replace("%1", page_title(name)), keys(place))
            for place, name in enumerate(PAGES)
        )

    def actions(self, page: str) -> tuple[Action, ...]:
        """Return a page's actions; those of a page that is not in sight lead there first."""
        if not page:
            return bind(self.entries(""), self._doers)
        if page == self._window.page_name:
            return self._window.offered()
        return tuple(Action(entry, self._leading(entry)) for entry in entries_of(page))

    def everything(self) -> tuple[Action, ...]:
        """Return every action: the page in sight first, then what is there on every page, then other pages."""
        here = self._window.page_name
        pages = (here, "", *(one for one in PAGES if one != here))
        return tuple(action for page in pages for action in self.actions(page))

    def sections(self) -> tuple[Section, ...]:
        """Return all shortcuts by page."""
        palette = Entry("", "palette", self.tr("Find an action by its name"), "Ctrl+K")

        def entries(page: str) -> tuple[Entry, ...]:
            return self.entries(page) if page else (palette, *self.entries(""))

        def title(page: str) -> str:
            return page_title(page) if page else self.tr("Everywhere")

        return sections(("", *PAGES), title, entries, control_keys())

    # ---------------------------------------------------------------- doing

    def _going(self, page: str) -> Callable[[], object]:
        return lambda: self._window.go(page)

    def _running(self, name: str) -> Callable[[], object]:
        return lambda: self._run_named("", name)

    def _leading(self, entry: Entry) -> Callable[[], object]:
        return lambda: self._lead(entry)

    def _run_named(self, page: str, name: str) -> None:
        for action in self.actions(page):
            if action.name == name and action.enabled():
                action.run()

    def search(self) -> None:
        """Go to the search of the page in sight, and where it has none to the timeline's."""
        here = {action.name: action for action in self._window.offered()}
        if "search" in here and here["search"].enabled():
            here["search"].run()
        elif self._window.page_name != "timeline":
            self._window.show_page("timeline")
            self._run_named("timeline", "search")

    def _lead(self, entry: Entry) -> None:
        """Show an action's page, and do it there once that can be done.

        What is done to something chosen is not: nobody there has seen yet what that is. The keys go to its button,
        and where nothing is chosen to the place to choose.
        """
        self._window.go(entry.page)
        self._errand = _Errand(self._window, entry, self._lead_keys if entry.chosen else _run, self._cannot, self)

    def _lead_keys(self, action: Action) -> None:
        page, control = self._window.page, action.control
        place = place_of_choice(control, page) if page is not None and isinstance(control, QWidget) else None
        if place is not None:
            lead_keys_to(place)

    def _cannot(self, entry: Entry) -> None:
        if entry.chosen:
            for action in self.actions(entry.page):
                if action.name == entry.name:
                    self._lead_keys(action)
        if self._toast is None:
            self._toast = Toast(self._window)
        told = self.tr("%1: %2").replace("%1", entry.title).replace("%2", entry.needs)
        self._toast.say(told if entry.needs else entry.title)

    # ---------------------------------------------------------------- what is shown

    def open_palette(self) -> None:
        """Show every action, to be found by its name; close the list where it is open."""
        from desktop_app.dialogs.command_palette import CommandPalette  # noqa: PLC0415  (not part of the first paint)

        if self.palette is not None:
            self.palette.close_down()
            return
        self._show(CommandPalette(self._theme, self.lines(), self._window))

    def open_settings(self) -> None:
        """Show Settings, and all of its fields to be found by their names."""
        from desktop_app.dialogs.command_palette import CommandPalette  # noqa: PLC0415  (not part of the first paint)
        from desktop_app.pages.settings.fields import SettingField, fields_of  # noqa: PLC0415
        from desktop_app.pages.settings.page import SettingsPage  # noqa: PLC0415

        self._window.go("settings")
        page = self._window.page
        if not isinstance(page, SettingsPage):
            return

        def line(place: int, field: SettingField) -> ActionLine:
            entry = Entry("settings", f"field_{place}", field.name)
            return ActionLine(Action(entry, lambda: field.show_on(page)), field.section, "", enabled=True)

        lines = [line(place, field) for place, field in enumerate(fields_of(page))]
        self._show(CommandPalette(self._theme, lines, self._window))

    def _show(self, palette: CommandPalette) -> None:
        self.palette = palette
        palette.closed.connect(self._palette_gone)
        palette.chosen.connect(lambda action: action.run())
        palette.open()

    def _palette_gone(self) -> None:
        self.palette = None

    def lines(self) -> tuple[ActionLine, ...]:
        """Return every action as it stands now: what can be done first, then what needs a choice on another page."""
        made = [
            ActionLine(one, page_title(one.page) if one.page else "", native(one.keys), one.enabled())
            for one in self.everything()
        ]
        here = self._window.page_name
        return tuple(sorted(made, key=lambda line: (not line.enabled, _needs_choice(line, here))))

    def open_sheet(self) -> None:
        """Show all shortcuts, or bring to the front what shows them already."""
        from desktop_app.dialogs.shortcut_sheet import ShortcutSheet  # noqa: PLC0415  (seldom needed)

        if self.sheet is not None:
            self.sheet.raise_()
            self.sheet.activateWindow()
            return
        on = self._choices.settings.shortcuts.single_keys
        sheet = self.sheet = ShortcutSheet(self.sections(), self._window, single_keys=on)
        sheet.finished.connect(self._sheet_gone)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _sheet_gone(self) -> None:
        self.sheet = None


def _run(action: Action) -> None:
    action.run()


def _needs_choice(line: ActionLine, here: str) -> bool:
    return line.action.entry.chosen and line.action.page != here


class _Errand(QObject):
    """Waits until an action can be done on the page that was opened for it; gives up where the person goes on."""

    def __init__(
        self,
        window: MainWindow,
        entry: Entry,
        act: Callable[[Action], object],
        cannot: Callable[[Entry], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._entry, self._act, self._cannot = window, entry, act, cannot
        self._left = min(_LOOKS, _LOOKS_FOR_CHOICE) if entry.chosen else _LOOKS
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._look()

    def _look(self) -> None:
        if self._window.page_name != self._entry.page:
            self._end()
            return
        wanted = next((one for one in self._window.offered() if one.name == self._entry.name), None)
        if wanted is not None and wanted.enabled():
            self._end()
            self._act(wanted)
            return
        self._left -= 1
        if wanted is None or not self._left:
            self._end()
            self._cannot(self._entry)

    def _end(self) -> None:
        self._timer.stop()
        self.deleteLater()
