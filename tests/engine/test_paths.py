"""The profile folder is private, and one that cannot be used says what to do."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from engine.domain.errors import ProfileError
from engine.paths import ProfilePaths, default_profile, profile_at, resource


def test_a_profile_is_its_owner_s_alone_under_any_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        paths = ProfilePaths(tmp_path / "deep" / "profile").ensure()
    finally:
        os.umask(before)
    assert stat.S_IMODE(paths.folder.stat().st_mode) == 0o700


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("x", encoding="utf-8")
    with pytest.raises(ProfileError, match="--profile"):
        ProfilePaths(tmp_path / "profile").ensure()


def test_without_a_name_the_person_s_own_data_folder_is_used() -> None:
    assert profile_at(None) == default_profile()
    assert default_profile().folder.name == "kairos"
    assert profile_at(Path("~/else")).folder == Path("~/else").expanduser()


def test_shipped_files_are_found() -> None:
    assert resource("icons").is_dir()


def test_a_folder_with_other_people_s_files_is_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir(mode=0o755)
    (folder / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ProfileError, match="holds other files"):
        ProfilePaths(folder).ensure()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


@pytest.mark.skipif(os.name != "posix", reason="owners are told otherwise on Windows")
def test_another_account_s_folder_is_used_only_where_it_is_closed_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    if os.getuid() == 0:
        os.chown(profile, 12_345, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: 12_345)
    profile.chmod(0o777)
    with pytest.raises(ProfileError, match="belongs to another account"):
        ProfilePaths(profile).ensure()
    assert list(profile.iterdir()) == []
    profile.chmod(0o755)
    ProfilePaths(profile).ensure()


def test_a_folder_of_ours_may_hold_other_files_too(tmp_path: Path) -> None:
    paths = ProfilePaths(tmp_path / "profile").ensure()
    paths.settings.write_text("", encoding="utf-8")
    (paths.folder / "notes.txt").write_text("x", encoding="utf-8")
    assert paths.ensure() == paths


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder somebody is in")
def test_a_relative_profile_in_a_folder_that_is_gone_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(ProfileError, match="The folder you are in is gone"):
        profile_at(Path("relative"))
    assert profile_at(tmp_path).folder == tmp_path


def test_a_profile_of_no_account_is_told() -> None:
    with pytest.raises(ProfileError, match="no account here"):
        profile_at(Path("~nobodyofthisname/kairos"))
