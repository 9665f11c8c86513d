"""Tab goes through a window as it is read, card by card, whenever its parts were made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem, QScrollArea, QWidget

_MIRRORED = frozenset({QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop})


def lead_on(window: QWidget, *, forward: bool) -> bool:
    """Give the keys to what is read next, after the end to the start; False where nothing can take them.

    Qt's own order is that of making, in which whatever is made later comes last wherever it stands.
    """
    parts = list(as_read(window))
    now = window.focusWidget()
    after = parts.index(now) + 1 if now in parts else 0
    turned = [*parts[after:], *parts[:after]]
    if not forward:
        turned.reverse()
    wanted = next((part for part in turned if part is not now and takes_tab(part)), None)
    if wanted is None:
        return False
    wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_in_sight(wanted)
    return True


def takes_tab(widget: QWidget) -> bool:
    """Return whether Tab stops here: what only scrolls is passed over where the keys that scroll reach it from inside.

    Page up and down do, from any button in it.
    """
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QScrollArea):
        scrolls = widget.verticalScrollBar().maximum() + widget.horizontalScrollBar().maximum() > 0
        return scrolls and not any(map(takes_tab, as_read(widget)))
    return True


def as_read(widget: QWidget) -> Iterator[QWidget]:
    """Yield what is shown in a widget in reading order: as its layout says, then what lies over it."""
    for part in dict.fromkeys(_parts(widget)):
        if part.isVisible() and not part.isWindow():
            yield part
            yield from as_read(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield inner
        return
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)
    yield from _by_place(widget)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        below, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _in_layout(below)


def _items(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _cell(layout, place))
    elif isinstance(layout, QBoxLayout) and layout.direction() in _MIRRORED:
        places.reverse()
    return [item for place in places if (item := layout.itemAt(place)) is not None]


def _cell(grid: QGridLayout, place: int) -> tuple[int, int]:
    row, column, *_ = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return row, column


def _by_place(widget: QWidget) -> list[QWidget]:
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    return sorted(children, key=lambda child: (child.y(), child.x()))


def _bring_in_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None:
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
