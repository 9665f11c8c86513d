"""Settings survive the way to disk; a bad file is named, never replaced in silence."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine.domain.errors import SettingsError
from engine.settings import (
    AskAway,
    AssistantSettings,
    DocumentSettings,
    Language,
    LookSettings,
    PrivacySettings,
    Settings,
    SharingSettings,
    Theme,
    TrackingSettings,
    Weekday,
    load_settings,
    save_settings,
)

CHOSEN = Settings(
    TrackingSettings(
        titles=False, idle_after_s=60, day_start_minute=240, week_start=Weekday.SUNDAY, ask_away=AskAway.NEVER
    ),
    PrivacySettings(("KeePassXC", "微信"), (r"^bank\b",), record_private_windows=True),
    LookSettings(Theme.DARK, Language.CHINESE),
    DocumentSettings(automatic=False, always=True, encoder_folder="/opt/编码器"),
    assistant=AssistantSettings(language_model="/opt/模型.gguf"),
    sharing=SharingSettings(on=True, epsilon=0.3, monthly=2.5),
    first_run_done=True,
)


def test_every_setting_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(path, CHOSEN)
    assert load_settings(path) == CHOSEN
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_whole_number_does_where_a_fraction_is_expected(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("[sharing]\nepsilon = 2\nmonthly = 8", encoding="utf-8")
    assert load_settings(path).sharing == SharingSettings(on=False, epsilon=2.0, monthly=8.0)


def test_sharing_is_off_unless_turned_on() -> None:
    assert Settings().sharing == SharingSettings(on=False, epsilon=1.0, monthly=4.0)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_comments_and_unknown_keys_of_the_person_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# mine\nfuture = 1\n[privacy]\nexcluded_apps = ['a']\n", encoding="utf-8")
    save_settings(path, replace(load_settings(path), first_run_done=True))
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "future = 1" in text
    assert load_settings(path).privacy.excluded_apps == ("a",)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[tracking]\nidle_after_s = 5", "idle_after_s"),
        ("[tracking]\nidle_after_s = true", "idle_after_s"),
        ("[tracking]\nweek_start = '0'", "week_start"),
        ("[privacy]\nexcluded_apps = 'all'", "excluded_apps"),
        ("[look]\ntheme = 'pink'", "dark"),
        ("[sharing]\non = 1", "on"),
        ("[sharing]\nepsilon = 0.0", "epsilon"),
        ("[sharing]\nepsilon = nan", "epsilon"),
        ("[sharing]\nmonthly = 'all'", "monthly"),
        ("tracking = 3", "table"),
        ("[privacy]\nexcluded_aps = ['vault']", "excluded_apps"),
        ("[tracking", "settings.toml"),
        ("\x00", "settings.toml"),
    ],
)
def test_a_bad_file_is_refused_and_named(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=word):
        load_settings(path)


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "9" * 5_000], ids=["deep", "long"])
def test_what_nobody_writes_by_hand_is_refused_in_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders here")
@pytest.mark.timeout(20)
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    with pytest.raises(SettingsError, match="it is not a file"):
        load_settings(tmp_path / "settings.toml")


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / f"{'s' * 245}.toml"
    save_settings(tmp_path / "other.toml", CHOSEN)
    (tmp_path / "other.toml").rename(path)  # its name leaves no room for that of the draft beside it
    with pytest.raises(SettingsError, match="cannot be written"):
        save_settings(path, Settings())
    assert load_settings(path) == CHOSEN
