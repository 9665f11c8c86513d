"""Start at log-in through the front door, in a home of the tests' own."""

from __future__ import annotations

import platform

import pytest

from engine.api.log_in import LogIn


@pytest.mark.skipif(platform.system() != "Linux", reason="writes an XDG autostart file")
def test_off_until_chosen_and_off_again(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    log_in = LogIn(lambda: ("/usr/bin/python3", "-m", "engine.recorder", "--profile", "/some where"))
    assert not log_in.is_enabled()
    log_in.enable()
    assert log_in.is_enabled()
    log_in.disable()
    assert not log_in.is_enabled()
