"""What a screen reader says of a control: its name, what it is, its state, its value and its description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

ROLES: Final = {
    QAccessible.Role.Button: "button",
    QAccessible.Role.ButtonMenu: "menu button",
    QAccessible.Role.CheckBox: "check box",
    QAccessible.Role.RadioButton: "radio button",
    QAccessible.Role.ComboBox: "combo box",
    QAccessible.Role.EditableText: "entry",
    QAccessible.Role.StaticText: "text",
    QAccessible.Role.SpinBox: "spin button",
    QAccessible.Role.HotkeyField: "field for keys",
    QAccessible.Role.Slider: "slider",
    QAccessible.Role.Table: "table",
    QAccessible.Role.Tree: "tree",
    QAccessible.Role.List: "list",
    QAccessible.Role.Client: "box",
    QAccessible.Role.Grouping: "group",
    QAccessible.Role.Chart: "chart",
    QAccessible.Role.Graphic: "picture",
    QAccessible.Role.Link: "link",
    QAccessible.Role.Dialog: "dialog",
    QAccessible.Role.Document: "document",
    QAccessible.Role.PageTab: "tab",
    QAccessible.Role.PageTabList: "tabs",
}
_BOXES: Final = frozenset({QAccessible.Role.ComboBox})


@dataclass(frozen=True, slots=True)
class Spoken:
    """One control; name is what it is called by its label or itself, "" where nobody could tell."""

    role: str
    name: str
    value: str = ""
    description: str = ""
    states: tuple[str, ...] = ()

    def line(self) -> str:
        """Return it as one line; what is said twice is said once."""
        said = [self.name or "(no name)", self.role, *self.states]
        said += [text for text in (self.value, self.description) if text and text not in said]
        return " | ".join(" ".join(text.split()) for text in said)


def spoken(widget: QWidget) -> Spoken:
    """Return what is told of a control."""
    found = _interface(widget)
    role = found.role()
    said = ROLES.get(role, role.name)
    value = found.text(QAccessible.Text.Value) if role != QAccessible.Role.Button else ""
    if not value and isinstance(widget, QAbstractItemView):
        value = _size(widget)
    return Spoken(said, _name(found), value, found.text(QAccessible.Text.Description), tuple(_states(found)))


def _interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, widget
    return found


def _name(found: QAccessibleInterface) -> str:
    """Return the label's text, else the own; a box's own name is what is chosen in it, which names nothing."""
    labels = [one.text(QAccessible.Text.Name) for one, _ in found.relations(QAccessible.RelationFlag.Label)]
    own = "" if found.role() in _BOXES else found.text(QAccessible.Text.Name)
    return next((text.strip() for text in (*labels, own) if text.strip()), "")


def _states(found: QAccessibleInterface) -> list[str]:
    state = found.state()
    told = [("checked" if state.checked else "not checked")] if state.checkable else []
    told += ["expanded"] if state.expanded else []
    told += ["has a menu"] if state.hasPopup else []
    told += ["read only"] if state.readOnly else []
    return told + (["disabled"] if state.disabled else [])


def _size(view: QAbstractItemView) -> str:
    model = view.model()
    if model is None:
        return ""
    nowhere = QModelIndex()
    return f"rows {model.rowCount(nowhere)}" + (f", columns {wide}" if (wide := _columns(view)) > 1 else "")


def _columns(view: QAbstractItemView) -> int:
    return view.horizontalHeader().count() if isinstance(view, QTableView) else 1
