"""The navigation at the left: names beside icons, or icons alone where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop_app.options import PAGES
from desktop_app.pages.titles import page_title
from desktop_app.theme import ThemeHolder, spacing
from desktop_app.widgets.choice_group import ChoiceGroup
from desktop_app.widgets.plain_text import plain_label

_BELOW = ("rules", "settings")
_ICON = 18


class Sidebar(QFrame):
    """One button a page; Ctrl+1 to Ctrl+9 and Ctrl+, choose too.

    Emits chosen with the page's name, and called after it where keys did it.
    """

    chosen = Signal(str)
    called = Signal(str)

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self._theme = theme
        self._narrow = False
        self._marked = "today"
        self._drawn = False
        self._buttons: dict[str, QPushButton] = {}
        self._icons: dict[tuple[str, int, float], QIcon] = {}
        self._group = ChoiceGroup(self)
        self._brand = plain_label("Kairos", "heading", self)
        self._promise = plain_label("", "secondary", self, wrap=True)
        self._promise.setObjectName("promise")
        self._arrange()
        self.speak()
        self.set_narrow(False)
        theme.changed.connect(self.draw_icons)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.M, spacing.XL - 4, spacing.M, spacing.M)
        column.setSpacing(spacing.XS - 1)
        column.addWidget(self._brand)
        column.addSpacing(spacing.S)
        for place, name in enumerate(PAGES):
            if name == _BELOW[0]:
                column.addStretch(1)
            column.addWidget(self._add_button(place, name))
        column.addSpacing(spacing.S)
        column.addWidget(self._promise)
        self._brand.setContentsMargins(spacing.S, 0, 0, 0)

    def _add_button(self, place: int, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.setIconSize(QSize(_ICON, _ICON))
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        keys = QKeySequence(f"Ctrl+{place + 1}") if place < 9 else QKeySequence("Ctrl+,")  # noqa: PLR2004  (nine digits)
        button.setAccessibleDescription(keys.toString(QKeySequence.SequenceFormat.NativeText))
        QShortcut(keys, self, lambda: self._call(name), context=Qt.ShortcutContext.WindowShortcut)
        return button

    def _call(self, name: str) -> None:
        self.chosen.emit(name)
        self.called.emit(name)

    def speak(self) -> None:
        """Put the texts in the language in force."""
        self.setAccessibleName(self.tr("Pages"))
        self._promise.setText(self.tr("All data stays on this computer"))
        for name, button in self._buttons.items():
            button.setText("" if self._narrow else f"  {page_title(name)}")
            button.setToolTip(page_title(name) if self._narrow else "")
            button.setAccessibleName(page_title(name))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons and names."""
        self._narrow = narrow
        self.setFixedWidth(spacing.SIDEBAR_NARROW if narrow else spacing.SIDEBAR)
        layout = self.layout()
        if layout is not None:
            side = spacing.XS if narrow else spacing.M
            layout.setContentsMargins(side, spacing.XL - 4, side, spacing.M)
        self._brand.setVisible(not narrow)
        self._promise.setVisible(not narrow)
        self.speak()

    def mark(self, name: str) -> None:
        """Show which page is open."""
        before, self._marked = self._marked, name
        self._buttons[name].setChecked(True)
        for changed in {before, name} if self._drawn else ():
            self._draw_icon(changed)

    def draw_icons(self) -> None:
        """Draw every icon; the first time once the window is on screen, since drawing loads Qt's SVG library."""
        for name in self._buttons:
            self._draw_icon(name)

    def _draw_icon(self, name: str) -> None:
        from desktop_app.theme.icons import icon_pixmap  # noqa: PLC0415

        self._drawn = True
        colour = self._theme.palette.colour("accent" if name == self._marked else "muted")
        look = name, colour.rgba(), self.devicePixelRatioF()
        if look not in self._icons:  # Qt keeps a little of every drawing, for good
            self._icons[look] = QIcon(icon_pixmap(name, colour, _ICON, self.devicePixelRatioF()))
        self._buttons[name].setIcon(self._icons[look])

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when the screen's density may have changed."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._drawn:
            self.draw_icons()
        super().changeEvent(event)
