"""Every button, every entry of a menu and every shortcut is an action of the palette, or says why it is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QKeySequenceEdit,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop_app.actions.catalogue import entries_of
from desktop_app.actions.control_keys import control_keys
from desktop_app.actions.shortcut_text import native
from desktop_app.options import PAGES
from desktop_app.pages.settings.fields import fields_of

pytestmark = pytest.mark.qt_log_ignore(".*")

# What is no action of its own, by where it stands; all of it is reached by Tab and has a name.
REASONS: Final = {
    "Toast": "Ctrl+Z does the same; it goes by itself",
    "ErrorLine": "tries again what just failed, beside the words that say so",
    "PauseRow": "the same as the recorder's actions",
    "Sidebar": "Ctrl+1 to Ctrl+9, and “Show …” in the palette",
    "StatusPill": "its menu holds the recorder's actions",
    "FocusPill": "its menu holds the session's actions",
    "RatingRow": "a scale: one answer to a question, beside the question",
    "SessionRating": "a scale: one answer to a question, beside the question",
    "PickRow": "one row of a list, with the menu of that row",
    "FigureRow": "a figure that opens its list",
    "SkillRow": "one row of a list",
    "ItemRow": "one row of a list",
    "GoalRow": "one row of a list",
    "NeedRow": "one row of a list",
    "ProposalRow": "one row of a list",
    "FindingRow": "one row of a list",
    "TurnCard": "an answer's own links",
    "DigestCard": "rows of a list; Show and Undo are actions",
    "LineList": "adds to and removes from a list of the settings",
    "DaysField": "a field of seven days",
    "AboutSection": "the same as “What is new in Kairos?” and “Is Kairos seeing everything?”",
    "SearchStart": "examples that fill the search",
    "Chip": "a filter's own choices",
    "ChoiceBar": "the categories to choose from, in the menu of an action",
    "EmptyHint": "the same as “Suggest my week”",
    "EmptyState": "the way on from an empty page: the same as an action of the page",
    "ResultFoot": "the same as “Choose a language model”",
    "RulesToolbar": "menus whose entries are actions",
    "PacksButton": "a menu whose entries are actions",
}


def _buttons(root: QObject) -> Iterator[QObject]:
    for kind in (QPushButton, QToolButton, QAction):
        for one in root.findChildren(kind):
            if not _belongs_to_qt(one):
                yield one


def _belongs_to_qt(one: QObject) -> bool:
    """Qt's own parts of fields, and what a menu is opened by."""
    parent = one.parent()
    if isinstance(parent, QLineEdit | QAbstractSpinBox | QKeySequenceEdit):
        return True
    return isinstance(one, QAction) and (one.menu() is not None or one.isSeparator() or not one.text())


def _reason(one: QObject) -> str:
    parent: QObject | None = one
    while parent is not None:
        name = type(parent).__name__
        if name in REASONS:
            return name
        parent = parent.parent()
    return ""


def _said(one: QObject) -> str:
    where, parent = [], one.parent()
    while parent is not None:
        where.append(type(parent).__name__)
        parent = parent.parent()
    return f"{type(one).__name__} “{getattr(one, 'text', str)()}” in {' < '.join(where[:4])}"


def _can_be_reached(one: QObject) -> bool:
    if not isinstance(one, QWidget):
        return True  # an entry of a menu that a button opens
    named = bool(one.accessibleName() or one.toolTip() or getattr(one, "text", str)())
    shown = not one.isHidden() and bool(getattr(one, "text", str)())
    group = one.group() if isinstance(one, QAbstractButton) else None
    tabbed = group.buttons() if group is not None else [one]  # arrows go through a group that Tab comes into
    return not shown or (named and any(bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) for part in tabbed))


def _all_controls(bench: Any) -> set[QObject]:
    window, known = bench.desk.window, set()
    for page in ("", *PAGES):
        if page:
            window.show_page(page)
            bench.settle()
        known |= {action.control for action in bench.desk.keyboard.actions(page) if action.control is not None}
    return known


def test_every_button_and_entry_of_a_menu_is_an_action_or_says_why_not(open_desk: Any) -> None:
    bench = open_desk()
    known, used = _all_controls(bench), set()
    desk = bench.desk
    strangers = []
    doubles = _doubles(desk)
    for one in (*_buttons(desk.window), *_buttons(desk.tray), *_buttons(desk.control), *_buttons(desk.sessions)):
        if one in known or one in doubles:
            continue
        reason = _reason(one)
        used.add(reason)
        if not reason or (reason != "Toast" and not _can_be_reached(one)):
            strangers.append(_said(one))
    assert not strangers, "\n".join(strangers)
    assert used <= set(REASONS)


def _doubles(desk: Any) -> set[QObject]:
    """Entries that tell how things stand, and the second control of an action."""
    control, tray, session = desk.control, desk.tray, desk.window.header.focus.control
    menus = (desk.sessions.control, session)
    told = [control.status, tray.today, tray.plan, tray.quit, *(one.status for one in menus)]
    again = [getattr(session, name) for name in _SESSION]
    desk.window.show_page("settings")
    again.append(desk.window.page.tracking.checkup_button)
    desk.window.show_page("assistant")
    again += desk.window.page.start.findChildren(QPushButton)  # questions to begin with
    return {*told, *again}


_SESSION: Final = ("at_block", "countdown", "pomodoro", "flowtime", "take_break", "go_on", "stop")


def test_what_the_catalogue_names_is_there_once_with_keys_of_its_own(open_desk: Any) -> None:
    desk = open_desk().desk
    keyboard, window = desk.keyboard, desk.window
    everywhere = {entry.keys for entry in keyboard.entries("") if entry.keys}
    for page in ("", *PAGES):
        if page:
            window.show_page(page)
        entries = keyboard.entries(page)
        names, keys = [entry.name for entry in entries], [entry.keys for entry in entries if entry.keys]
        assert len(set(names)) == len(names)
        assert len({entry.title for entry in entries}) == len(names)
        assert len(set(keys)) == len(keys)
        assert not page or not everywhere & set(keys)
        assert [action.name for action in keyboard.actions(page)] == names
    titles = [action.title for action in keyboard.everything()]
    assert len(set(titles)) == len(titles)


def test_every_shortcut_is_in_the_list_and_the_list_names_no_key_that_is_dead(open_desk: Any) -> None:
    desk = open_desk().desk
    text = desk.keyboard.sections()
    listed = {section.title: {one.keys for one in section.shortcuts} for section in text}
    for page in PAGES:
        desk.window.show_page(page)
        title = _title(page)
        shown = {keys for keys_ in listed.get(title, set()) for keys in keys_.split(", ")}
        bound = {one.key().toString(QKeySequence.SequenceFormat.NativeText) for one in _shortcuts(desk.window.page)}
        second = {"/", "Ctrl+Y", "Enter"}  # other keys for what is listed
        assert bound - second <= shown, page
        wanted = {native(entry.keys) for entry in entries_of(page) if entry.keys}
        assert wanted <= bound | {"Ctrl+Z"}, page
    on_window = {one.key().toString() for one in desk.window.findChildren(QShortcut)} - {""}
    assert {"Ctrl+K", "Ctrl+Q", "Ctrl+1", "Ctrl+9", "Ctrl+,"} <= on_window
    assert {one.page for one in control_keys()} <= set(PAGES)


def _title(page: str) -> str:
    from desktop_app.pages.titles import page_title

    return page_title(page)


def _shortcuts(page: QWidget) -> list[QShortcut]:
    return page.findChildren(QShortcut)


# Done by the system, or ends the window: they are run in tests of their own.
_NOT_RUN: Final = frozenset({"quit", "close_window", "sample", "open_data", "reveal", "open", "reveal_failed"})


def test_every_action_that_can_be_done_runs(open_desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = open_desk()
    window, keyboard, ran = bench.desk.window, bench.desk.keyboard, 0
    monkeypatch.setattr(QFileDialog, "open", lambda *_: None)
    monkeypatch.setattr("desktop_app.desk.start_detached", lambda _command: None)
    for page in ("", *PAGES):
        for name in [entry.name for entry in keyboard.entries(page) if entry.name not in _NOT_RUN]:
            if window.page_name != (page or "today"):
                window.show_page(page or "today")
                bench.settle()
            QApplication.processEvents()
            action = next(one for one in keyboard.actions(page) if one.name == name)
            if action.enabled():
                action.run()
                ran += 1
                QApplication.processEvents()
                _close_what_opened()
    assert ran > 80
    assert bench.ended == []


def _close_what_opened() -> None:
    if popup := QApplication.activePopupWidget():
        popup.close()
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog | QMessageBox) and dialog.isVisible():
            dialog.reject()


def test_every_setting_is_found_by_its_name_and_the_keys_are_led_to_it(open_desk: Any) -> None:
    bench = open_desk()
    keyboard, window = bench.desk.keyboard, bench.desk.window
    next(one for one in keyboard.actions("") if one.name == "find_setting").run()
    bench.settle()
    assert window.page_name == "settings"
    found = fields_of(window.page)
    held = {inner for field in found for inner in (field.control, *field.control.findChildren(QWidget))}
    strangers = [
        _said(one)
        for one in _fields(window.page)
        if one not in held and one.isVisibleTo(window.page) and one.isEnabled()
    ]
    assert not strangers, "\n".join(strangers)
    assert len(found) > 25
    keyboard.palette.field.setText(found[3].name)
    keyboard.palette._take(keyboard.palette.view.currentIndex())
    assert window.focusWidget() is found[3].control


def _fields(page: QWidget) -> list[QWidget]:
    kinds = (QCheckBox, QComboBox, QAbstractSpinBox, QLineEdit)
    return [one for kind in kinds for one in page.findChildren(kind) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
