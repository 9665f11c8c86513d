"""What is taken for a terminal."""

from __future__ import annotations

import pytest

from engine.tracking.terminals import is_terminal


@pytest.mark.parametrize(
    "app", ["Terminal", "xterm", "org.kde.konsole", "org.gnome.Console", "WindowsTerminal.exe", "iTerm2", "Kitty"]
)
def test_a_terminal_is_known_by_its_name_its_file_or_its_id(app: str) -> None:
    assert is_terminal(app)


@pytest.mark.parametrize("app", ["", ".", "terminal velocity", "firefox", "org.gnome.Nautilus", "exterminal"])
def test_nothing_else_is(app: str) -> None:
    assert not is_terminal(app)
