"""Private windows are known by their titles, in every language."""

import tomllib

import pytest

from engine.paths import resource
from engine.tracking.privacy.private_browsing import PrivateWindows
from engine.tracking.privacy.titles import clean_title

TABLE = tomllib.loads(resource("privacy/private_windows.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("app", "title"),
    [
        ("firefox", "Mozilla Firefox Private Browsing"),
        ("firefox", "Page — Mozilla Firefox Private Browsing"),
        ("firefox", "Page — Work — Mozilla Firefox Private Browsing"),
        ("firefox", "Page - Mozilla Firefox (Private Browsing)"),
        ("firefox", "Page — Private Browsing"),
        ("firefox", "Page — (Private Browsing) Mozilla Firefox"),
        ("firefox", "Page — Navigation privée de Mozilla Firefox"),
        ("firefox", "Navigation privée de Mozilla Firefox"),
        ("firefox", "Page — Приватный просмотр Mozilla Firefox"),
        ("firefox", "Page – Mozilla Firefox-privénavigatie"),
        ("firefox", "Page – Mozilla Firefox: modus privat"),
        ("firefox", "Page — Mozilla Firefox — anonymní prohlížení"),
        ("firefox", "Page — Mozilla Firefox 隐私浏览"),
        ("firefox", "Page - Mozilla Firefox （隐私浏览）"),
        ("firefox", "Page — Mozilla Firefox 隱私瀏覽"),
        ("firefox", "Page - Mozilla Firefox (プライベートブラウジング)"),
        ("firefox", "דף — גלישה פרטית של Mozilla Firefox"),
        ("librewolf", "Page — LibreWolf Private Browsing"),
        ("tor browser", "Any page"),
        ("firefox", "Any page — Tor Browser"),
        ("firefox_firefox", "Page — Mozilla Firefox Private Browsing"),
        ("firefox-trunk", "Page — Nightly Private Browsing"),
        ("msedge", "Search - [InPrivate] - Microsoft\u200b Edge"),
        ("microsoft-edge", "Neuer Tab - [InPrivate] - Microsoft Edge"),
        ("google chrome", "Bank - Google Chrome (Incognito)"),
        ("google chrome", "银行 - Google Chrome（无痕）"),
        ("", "Page — Mozilla Firefox Private Browsing"),
        ("firefox", "x" * 1_000_000 + " — Mozilla Firefox Private Browsing"),
    ],
)
def test_private(app: str, title: str) -> None:
    assert PrivateWindows().shows({app}, title)


@pytest.mark.parametrize(
    ("app", "title"),
    [
        ("firefox", "Private Browsing — Mozilla Firefox"),
        ("firefox", "How private browsing works — Mozilla Firefox"),
        ("firefox", "隐私浏览 — Mozilla Firefox"),
        ("firefox", "Mozilla Firefox"),
        ("firefox", "Page — Private Browsings"),
        ("firefox", ""),
        ("gedit", "Notes on Mozilla Firefox Private Browsing"),
        ("msedge", "InPrivate explained - Microsoft Edge"),
        ("google chrome", "(Incognito) - Google Chrome"),
        ("google chrome", "Tom's private page - Google Chrome"),
        ("", "Private Browsing — Mozilla Firefox"),
        ("xterm", "Tor Browser"),
    ],
)
def test_not_private(app: str, title: str) -> None:
    assert not PrivateWindows().shows({app}, title)


@pytest.mark.parametrize("mark", TABLE["gecko"]["marks"])
def test_every_language_in_every_place(mark: str) -> None:
    windows = PrivateWindows()
    for title in (
        f"Page — Mozilla Firefox {mark}",
        f"Page - Mozilla Firefox ({mark})",
        f"Page — {mark}",
        f"Page — {mark} Mozilla Firefox",
    ):
        assert windows.shows({"firefox"}, title), title
        assert windows.shows({"firefox"}, clean_title(title).upper()) or mark.upper().lower() != mark.lower(), title


@pytest.mark.parametrize("family", TABLE)
def test_app_names_are_as_they_are_compared(family: str) -> None:
    assert all(name == name.casefold() and not name.endswith(".exe") for name in TABLE[family]["apps"])
