"""One thing a person can do: how it is called, by which keys, on which page, and whether it can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an action before its page is made.

    name: for programs, unique on its page. keys: as QKeySequence reads them, "" for none. page: one of options.PAGES,
    "" for everywhere. needs: what has to be so before it can be done, "" where nothing has to. chosen: whether it is
    done to what is chosen on its page.
    """

    page: str
    name: str
    title: str
    keys: str = ""
    needs: str = ""
    chosen: bool = False


def of_chosen(page: str, name: str, title: str, needs: str) -> Entry:
    """Return what is known of an action that is done to what is chosen on its page."""
    return Entry(page, name, title, "", needs, chosen=True)


@dataclass(frozen=True, slots=True)
class Action:
    """An entry with what does it. control: what offers the same on screen, None where only keys do."""

    entry: Entry
    run: Callable[[], object]
    enabled: Callable[[], bool] = _always
    control: QObject | None = None

    @property
    def name(self) -> str:
        """Its name for programs, unique on its page."""
        return self.entry.name

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.entry.title

    @property
    def keys(self) -> str:
        """The keys that do it, "" for none."""
        return self.entry.keys

    @property
    def page(self) -> str:
        """The page it belongs to, "" for everywhere."""
        return self.entry.page


@dataclass(frozen=True, slots=True)
class When:
    """Something done by a call, where enabled allows it. control: what offers the same on screen."""

    run: Callable[[], object]
    enabled: Callable[[], bool] = _always
    control: QObject | None = None


Doer = QAbstractButton | QAction | When | Callable[[], object]


def bind(entries: Iterable[Entry], doers: Mapping[str, Doer], within: QWidget | None = None) -> tuple[Action, ...]:
    """Return an action for every entry; a button can be pressed where it is in sight of within and enabled.

    An entry without a doer raises KeyError.
    """
    return tuple(_bound(entry, doers[entry.name], within) for entry in entries)


def _bound(entry: Entry, doer: Doer, within: QWidget | None) -> Action:
    if isinstance(doer, QAbstractButton):
        button = doer
        return Action(entry, lambda: _press(button), lambda: _can_press(button, within), button)
    if isinstance(doer, QAction):
        action = doer
        return Action(entry, action.trigger, lambda: action.isEnabled() and action.isVisible(), action)
    if isinstance(doer, When):
        return Action(entry, doer.run, doer.enabled, doer.control)
    return Action(entry, doer)


def _press(button: QAbstractButton) -> None:
    """Press it; its menu opens below it with the keys in it, and is not waited for."""
    menu = button.menu() if isinstance(button, QPushButton) else None
    if menu is None:
        button.click()
        return
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])


def _can_press(button: QAbstractButton, within: QWidget | None) -> bool:
    seen = button.isVisible() if within is None else button.isVisibleTo(within)
    return seen and button.isEnabled()
