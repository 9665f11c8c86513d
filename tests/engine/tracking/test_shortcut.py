"""What a shortcut says, who hears it, and what is told where nobody does."""

from __future__ import annotations

import pytest

from engine.tracking.shortcut import UNHEARD, HearsKeys, Shortcut, parsed, unheard


@pytest.mark.parametrize(
    ("keys", "modifiers", "key"),
    [
        ("Ctrl+Alt+F", {"ctrl", "alt"}, "f"),
        (" control + shift + F9 ", {"ctrl", "shift"}, "f9"),
        ("Super+Space", {"super"}, "space"),
        ("Meta+ü", {"super"}, "ü"),
    ],
)
def test_shortcuts_as_people_and_toolkits_write_them(keys: str, modifiers: set[str], key: str) -> None:
    assert parsed(keys) == (frozenset(modifiers), key)


@pytest.mark.parametrize("keys", ["", "F", "Shift+F", "Ctrl+", "Ctrl+Alt", "Ctrl++", "Hyper+F", "+"])
def test_what_is_no_shortcut_is_none(keys: str) -> None:
    assert parsed(keys) is None


def test_other_keys_are_told_to_who_listens_and_trouble_to_who_keeps_account() -> None:
    keys, changes, troubles = ["Ctrl+F1"], [], []
    shortcut = Shortcut(lambda: keys[0], lambda: None)
    shortcut.when_changed(lambda: changes.append(shortcut.keys))
    shortcut.when_troubled(lambda: troubles.append(shortcut.trouble))
    shortcut.reload()
    assert changes == []
    shortcut.told("taken")
    shortcut.told("taken")
    keys[0] = "Ctrl+F2"
    shortcut.reload()
    assert (changes, troubles) == (["Ctrl+F2"], ["taken", ""])


def test_a_desktop_that_hears_no_keys_says_what_to_do() -> None:
    keys = [""]
    shortcut = Shortcut(lambda: keys[0], lambda: None)
    tell = unheard(shortcut)
    shortcut.when_changed(tell)
    tell()
    assert shortcut.trouble == ""
    keys[0] = "Ctrl+Alt+F"
    shortcut.reload()
    assert shortcut.trouble == UNHEARD.format(keys="Ctrl+Alt+F")
    assert "kairos focus toggle" in shortcut.trouble
    keys[0] = ""
    shortcut.reload()
    assert shortcut.trouble == ""


def test_x11_hears_keys() -> None:
    x11 = pytest.importorskip("engine.tracking.platforms.x11")
    keys = pytest.importorskip("engine.tracking.platforms.x11_keys")
    assert isinstance(x11.X11Probe({}), HearsKeys)
    named = {name: keys.keysym(name) for name in ("f", "f1", "f12", "space", "ü", "ф", "hyperspace", "f99")}
    assert named == {
        "f": 0x66, "f1": 0xFFBE, "f12": 0xFFC9, "space": 0x20, "ü": 0xFC, "ф": 0x0100_0444, "hyperspace": 0, "f99": 0,
    }  # fmt: skip
