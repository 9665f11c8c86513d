"""How a nudge is given: said, shown in a corner, counted down over the screen, or by closing what distracts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop_app.focus.keeper import FocusKeeper
from desktop_app.focus.words import FocusWords
from desktop_app.theme import ThemeHolder
from desktop_app.widgets.plain_text import foreign
from engine.domain.clock import Clock, SystemClock
from engine.domain.focus_choices import Level
from engine.domain.focus_session import Nudge, NudgeAnswer

if TYPE_CHECKING:
    from desktop_app.focus.corner import CornerNudge
    from desktop_app.focus.friction import FrictionWindow

TOLD_MS: Final = 20_000
"""So long it is told that a window was closed."""

Saying = Callable[[Nudge, str], object]
"""Says a nudge as a notification of the desktop; where nothing shows those, show_aside is called."""


class FocusNudger(QObject):
    """Gives the keeper's nudges and tells it the answers; what it shows goes when the distraction does.

    say: a way to say it by the desktop, None for none; a window of our own in the corner stands in for it.
    """

    def __init__(
        self, theme: ThemeHolder, keeper: FocusKeeper, parent: QObject | None = None, *, clock: Clock | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._keeper = theme, keeper
        self._clock = clock or SystemClock(lambda: "UTC")
        self.words = FocusWords(self)
        self.say: Saying | None = None
        self.take_back: Callable[[Nudge], object] | None = None
        self.nudge: Nudge | None = None
        self.window: CornerNudge | FrictionWindow | None = None
        keeper.nudged.connect(self.give)
        keeper.relieved.connect(self.rest)
        keeper.ended.connect(lambda _report: self.rest())

    def give(self, nudge: Nudge) -> None:
        """Do what the level of the nudge asks for."""
        self.rest()
        self.nudge = nudge
        contract = self._keeper.now.contract
        if nudge.level is Level.CLOSE and contract is not None and contract.holds(self._now_ms()):
            self._keeper.close_distraction(nudge, lambda done: self._closed(nudge, done=done))
        elif nudge.level in {Level.CLOSE, Level.FRICTION}:
            self._hold_up(nudge)
        elif nudge.level is Level.NOTICE:
            if self.say is None:
                self.show_aside(nudge)
            else:
                self.say(nudge, self.words.distraction(nudge, self._now_ms()))

    def show_aside(self, nudge: Nudge) -> None:
        """Show in the corner a nudge that could not be said by the desktop, unless it is over by now."""
        if nudge is self.nudge and self.window is None:
            self._show_corner(nudge, self.words.distraction(nudge, self._now_ms()))

    def _closed(self, nudge: Nudge, *, done: bool) -> None:
        """Say what was done by the contract; where the window could not be closed, friction is all there is."""
        if self.nudge is not nudge:
            return
        if done:
            self._show_corner(nudge, self.words.closed(nudge), contract=True).close_after(TOLD_MS)
        else:
            self._hold_up(nudge)

    def _hold_up(self, nudge: Nudge) -> None:
        from desktop_app.focus.friction import FrictionWindow  # noqa: PLC0415  (seldom needed)

        state = self._keeper.now.state
        intention = "" if state is None else foreign(state.session.intention)
        text = self.words.distraction(nudge, self._now_ms())
        window = FrictionWindow(self._theme, text, intention, nudge.friction_s)
        window.answered.connect(lambda answer: self.answer(nudge, answer))
        self.window = window
        window.come_up()

    def _show_corner(self, nudge: Nudge, text: str, *, contract: bool = False) -> CornerNudge:
        from desktop_app.focus.corner import CornerNudge  # noqa: PLC0415  (seldom needed)

        window = CornerNudge(self._theme, text, contract=contract)
        window.answered.connect(lambda answer: self.answer(nudge, answer))
        window.left.connect(self._leave)
        self.window = window
        window.come_up()
        return window

    def answer(self, nudge: Nudge, answer: NudgeAnswer) -> None:
        """Take what the person said, by whatever it was shown with."""
        if nudge is self.nudge or self.nudge is None:
            self.rest()
        self._keeper.answer(nudge, answer)

    def _leave(self) -> None:
        self.rest()
        self._keeper.leave_contract()

    def rest(self) -> None:
        """Show nothing any more."""
        window, self.window = self.window, None
        nudge, self.nudge = self.nudge, None
        if window is not None and isValid(window):
            window.close()
        if nudge is not None and self.take_back is not None:
            self.take_back(nudge)

    def _now_ms(self) -> int:
        return self._clock.now().wall_ms
