"""What apps are called: by this desktop's own entries where there is one, else by a tidy form of the id."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.domain.app_names import AppNames, tidy_name
from engine.history.app_names import MOST_BYTES, read_app_names

EVINCE = """[Desktop Entry]
Type=Application
Name=Document Viewer
Name[zh_CN]=文档查看器
Name[de]=Dokumentbetrachter
Exec=evince
[Desktop Action new]
Name=New Window
"""


@pytest.mark.parametrize(
    ("app", "name"),
    [
        ("", ""),
        ("code", "Code"),
        ("org.gnome.Evince", "Evince"),
        ("org.kde.dolphin", "Dolphin"),
        ("gnome-terminal-server", "Gnome terminal server"),
        ("gimp-2.10", "Gimp 2.10"),
        ("KeePassXC", "KeePassXC"),
        ("explorer.exe", "Explorer"),
        (".exe", ".exe"),
        ("微信", "微信"),
        ("---", "---"),
        ("a.b", "A.b"),
    ],
)
def test_an_id_alone_becomes_a_readable_name(app: str, name: str) -> None:
    assert tidy_name(app) == name
    assert AppNames().name(app) == name


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    (folder / "applications" / "kde").mkdir(parents=True)
    (folder / "applications" / "org.gnome.Evince.desktop").write_text(EVINCE, encoding="utf-8")
    return folder


def _names(share: Path, language: str = "") -> AppNames:
    return read_app_names({"HOME": str(share.parent), "XDG_DATA_DIRS": str(share)}, language)


def _entry(share: Path, file: str, text: str) -> None:
    (share / "applications" / file).write_text(f"[Desktop Entry]\nType=Application\n{text}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "name"),
    [("", "Document Viewer"), ("en", "Document Viewer"), ("zh_CN", "文档查看器"), ("de_AT", "Dokumentbetrachter")],
)
def test_the_name_is_the_entrys_in_the_language_asked_for(share: Path, language: str, name: str) -> None:
    assert _names(share, language).name("org.gnome.Evince") == name
    assert _names(share, language).name("Evince") == name  # the class X11 windows carry


def test_what_an_entry_says_its_windows_carry_counts_most(share: Path) -> None:
    _entry(share, "visual-studio.desktop", "Name=Studio\nStartupWMClass=Code")
    _entry(share, "code.desktop", "Name=Something else")
    _entry(share, "kde/okular.desktop", "Name=Okular reader")
    names = _names(share)
    assert names.name("code") == "Studio"
    assert names.name("visual-studio") == "Studio"
    assert names.name("okular") == "Okular reader"


def test_the_persons_own_entry_comes_first(share: Path) -> None:
    own = share.parent / ".local" / "share"
    (own / "applications").mkdir(parents=True)
    _entry(own, "org.gnome.Evince.desktop", "Name=My viewer")
    assert _names(share).name("org.gnome.Evince") == "My viewer"


def test_hostile_entries_are_passed_over(share: Path) -> None:
    _entry(share, "link.desktop", "Name=Ours")
    for file, text in {
        "nameless.desktop": "Exec=x",
        "hidden.desktop": "Name=Hidden one\nHidden=true",
        "marked.desktop": "Name=safe\x1b[31m\u202egnp.exe",
        "long.desktop": "Name=" + "n" * 5_000,
        "huge.desktop": "X=" + "x" * MOST_BYTES + "\nName=Too late",
    }.items():
        _entry(share, file, text)
    applications = share / "applications"
    (applications / "bytes.desktop").write_bytes(b"[Desktop Entry]\nName=\xff\xfe\n")
    (applications / "folder.desktop").mkdir()
    (applications / "broken.desktop").symlink_to(applications / "nowhere")
    (applications / "round").symlink_to(applications)
    os.mkfifo(applications / "pipe.desktop")
    names = _names(share)
    assert names.name("link") == "Ours"
    for app in ("nameless", "hidden", "huge", "folder", "broken", "pipe"):
        assert names.name(app) == tidy_name(app), app
    assert "\x1b" not in names.name("marked")
    assert "\u202e" not in names.name("marked")
    assert len(names.name("long")) <= 80


def test_no_folders_at_all(tmp_path: Path) -> None:
    names = read_app_names({"HOME": str(tmp_path), "XDG_DATA_DIRS": f"{tmp_path / 'none'}:relative"})
    assert names.name("code") == "Code"
