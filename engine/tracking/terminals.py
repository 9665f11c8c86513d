"""Which programs are terminals, by the names of the app or its program file."""

from __future__ import annotations

TERMINALS = frozenset(
    "xterm uxterm gnome-terminal-server gnome-terminal kgx console ptyxis konsole yakuake xfce4-terminal lxterminal "
    "mate-terminal qterminal terminator tilix guake alacritty kitty wezterm wezterm-gui foot footclient ghostty urxvt "
    "rxvt st sakura terminology tabby deepin-terminal cool-retro-term terminal iterm2 windowsterminal".split()
)


def is_terminal(app: str) -> bool:
    """Return whether an app is a terminal, by its name, its program file or its id ("org.kde.konsole")."""
    name = app.casefold().removesuffix(".exe").removesuffix(".app").strip()
    return name in TERMINALS or name.rpartition(".")[2] in TERMINALS
