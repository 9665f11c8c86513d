"""Which programs are terminals, by the names of the app or its program file."""

from __future__ import annotations

TERMINALS = frozenset(
    "xterm uxterm gnome-terminal-server gnome-terminal kgx ptyxis konsole yakuake xfce4-terminal lxterminal "
    "mate-terminal qterminal terminator tilix guake alacritty kitty wezterm wezterm-gui foot ghostty urxvt rxvt st "
    "sakura terminology tabby deepin-terminal cool-retro-term".split()
)
