"""Nothing that must not be stored gets past the filter, whatever comes."""

import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.activity import Observed, Window, Withheld
from engine.domain.errors import PatternError
from engine.domain.presence import Presence
from engine.settings import PrivacySettings, TrackingSettings
from engine.tracking.privacy.filter import PrivacyFilter

CANARY = "zqcanaryqz"
ANY = st.text(st.characters(exclude_categories=()))
ODD = st.one_of(st.none(), st.integers(), st.binary(), ANY, st.lists(ANY), st.floats())


def nameless(withheld: Withheld) -> Observed:
    return Observed(Presence.ACTIVE, withheld=withheld)


def make(titles: bool = True, **privacy: Any) -> PrivacyFilter:
    return PrivacyFilter(TrackingSettings(titles=titles), PrivacySettings(**privacy))


def test_an_ordinary_window_passes_clean() -> None:
    seen = make().admit(Window("Code", "⠋ a.py\n— Code\x00", 7, "/usr/share/code/code", "x11"))
    assert seen == Observed(Presence.ACTIVE, "Code", "a.py — Code", "/usr/share/code/code", "x11")


def test_no_window_is_a_nameless_moment() -> None:
    assert make().admit(None) == Observed(Presence.ACTIVE)


def test_without_titles_the_title_stays_out_but_is_still_looked_at() -> None:
    quiet = make(titles=False, excluded_titles=("salary",))
    assert quiet.admit(Window("Code", "a.py")) == Observed(Presence.ACTIVE, "Code")
    assert quiet.admit(Window("Code", "Salary.xlsx")) == nameless(Withheld.EXCLUDED)
    assert quiet.admit(Window("firefox", "P — Mozilla Firefox Private Browsing")) == nameless(Withheld.PRIVATE)


@pytest.mark.parametrize(
    ("excluded", "window"),
    [
        ("KeePassXC", Window("keepassxc", "Vault")),
        ("keepassxc", Window("org.keepassxc.KeePassXC", "Vault")),
        ("org.keepassxc.KeePassXC", Window("org.keepassxc.KeePassXC", "Vault")),
        ("keepassxc", Window("unknown", "Vault", 1, "/usr/bin/keepassxc")),
        ("/usr/bin/keepassxc", Window("unknown", "Vault", 1, "/usr/bin/keepassxc")),
        ("keepass.exe", Window("KeePass", "Vault")),
        ("KeePass", Window("x", "Vault", 1, r"C:\Program Files\KeePass.exe")),
        (" KeePass ", Window("kee\u200bpass", "Vault")),
        ("STRASSE", Window("straße", "Vault")),
        ("tools/", Window("tools/", "Vault")),
        ("1Password", Window("1Password", "Vault", 1, "/Applications/1Password.app")),
    ],
)
def test_an_excluded_app_leaves_no_name(excluded: str, window: Window) -> None:
    assert make(excluded_apps=(excluded,)).admit(window) == nameless(Withheld.EXCLUDED)


@pytest.mark.parametrize("app", ["keepassxc-browser", "pass", "xkeepassxc"])
def test_a_like_name_is_another_app(app: str) -> None:
    assert make(excluded_apps=("keepassxc", "")).admit(Window(app, "t")).app == app


@pytest.mark.parametrize(
    "title",
    [
        "my Secret plan",
        "my se\u200bcret plan",
        "my se\u200ecret plan",
        "x" * 20_000 + " secret",
        "secret" + "x" * 1_000_000,
        "x" * 1_000_000 + " the secret",
        "\ud800secret",
        "⠋ secret",
        "sec\x00ret",
    ],
)
def test_an_excluded_title_is_found_in_every_disguise(title: str) -> None:
    assert make(excluded_titles=("secret",)).admit(Window("a", title)) == nameless(Withheld.EXCLUDED)


def test_private_windows_are_kept_only_when_chosen() -> None:
    window = Window("firefox", "P — Mozilla Firefox Private Browsing", 1, "/usr/lib/firefox/firefox", "x11")
    assert make().admit(window) == nameless(Withheld.PRIVATE)
    assert make(record_private_windows=True).admit(window).title == window.title


def test_a_browser_is_known_by_its_program_too() -> None:
    window = Window(
        "Navigator2", "P — Mozilla Firefox Private Browsing", 1, r"C:\Program Files\Mozilla Firefox\firefox.exe"
    )
    assert make().admit(window) == nameless(Withheld.PRIVATE)


def test_a_bad_pattern_is_refused_at_once() -> None:
    with pytest.raises(PatternError):
        make(excluded_titles=("fine", "(broken"))


def test_it_fails_closed_and_the_log_does_not_tell(caplog: pytest.LogCaptureFixture) -> None:
    class Breaking:
        def found_in(self, *texts: str) -> bool:
            raise RuntimeError(texts[0])

    broken = make(excluded_titles=("secret",))
    broken._patterns = Breaking()  # type: ignore[assignment]
    with caplog.at_level(logging.DEBUG):
        assert broken.admit(Window("app", CANARY)) == nameless(Withheld.FILTER)
    assert caplog.messages == ["The privacy filter failed (RuntimeError); this stretch is kept without a name."]
    assert CANARY not in caplog.text


def test_a_missing_table_of_private_windows_withholds_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(name: str) -> Any:
        raise FileNotFoundError(name)

    monkeypatch.setattr("engine.tracking.privacy.private_browsing.resource", lost)
    assert make().admit(Window("firefox", CANARY)) == nameless(Withheld.FILTER)


@given(ODD, ODD, ODD, ODD)
def test_nothing_makes_it_raise(app: Any, title: Any, executable: Any, platform: Any) -> None:
    seen = make(excluded_titles=("secret",)).admit(Window(app, title, None, executable, platform))
    for text in (seen.app, seen.title, seen.executable, seen.platform):
        text.encode("utf-8")
    assert seen.withheld is Withheld.NO or (seen.app, seen.title, seen.executable) == ("", "", "")


@given(ANY, ANY, ANY)
def test_an_excluded_title_never_leaks(before: str, after: str, app: str) -> None:
    seen = make(excluded_titles=(CANARY,)).admit(Window(app, before + CANARY + after))
    assert CANARY not in repr((seen.app, seen.title, seen.executable)).replace(app, "") or CANARY in app
    assert seen.title == ""


@pytest.mark.parametrize(
    ("pattern", "title"),
    [
        ("👨\u200d👩 x", "👨\u200d👩\u00a0x"),  # only in what would be stored
        ("ab c", "a\u200eb\u00a0c"),  # only without what is not seen
        ("salary", "x" * 5_000 + "salary" + "y" * 5_000),  # only where it came
        ("salary", "x" * 30_000 + "salary" + "y" * 4_090),  # only at its end
    ],
)
def test_a_title_is_searched_as_it_came_and_as_it_would_be_stored(pattern: str, title: str) -> None:
    assert make(excluded_titles=(pattern,)).admit(Window("app", title)) == nameless(Withheld.EXCLUDED)


@given(ANY, ANY)
def test_an_excluded_app_never_leaks(title: str, folder: str) -> None:
    watching = make(excluded_apps=(CANARY,))
    for window in (Window(CANARY.upper(), title), Window("x", title, 1, f"/{folder}"[:200] + f"/{CANARY}")):
        assert watching.admit(window) == nameless(Withheld.EXCLUDED)


@given(ANY)
def test_a_private_title_never_leaks(page: str) -> None:
    assert make().admit(Window("firefox", f"{page} — Mozilla Firefox Private Browsing")) == nameless(Withheld.PRIVATE)


DOCUMENT = "/home/me/Plans/report.odt"


def shown(made: PrivacyFilter, document: str) -> str:
    return made.admit(Window("soffice", "Writer", document=document)).document


def test_the_file_a_window_shows_is_kept_as_it_came_unless_it_must_not_be() -> None:
    assert shown(make(), DOCUMENT) == DOCUMENT
    assert shown(make(excluded_titles=("salary",)), DOCUMENT) == DOCUMENT
    assert shown(make(titles=False), DOCUMENT) == ""
    assert shown(make(excluded_titles=("plans/report",)), DOCUMENT) == ""
    assert shown(make(excluded_titles=("re port",)), "/d/re\u00a0port.odt") == ""
    assert shown(make(excluded_titles=("re  port",)), "/d/re  port.odt") == ""
    assert shown(make(), "/d/" + "a" * 4_093) == "/d/" + "a" * 4_093
    assert shown(make(), "/d/" + "a" * 4_094) == ""
    assert shown(make(), "/d/line\nbreak") == ""
