"""The way of watching follows from the session."""

import sys
from collections.abc import Mapping
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from engine.domain.errors import ProbeUnavailable
from engine.tracking.platforms import choose
from engine.tracking.platforms.choose import backend_name, caution, choose_probe, session_type

X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


@pytest.mark.parametrize(
    ("environ", "system", "session", "backend"),
    [
        ({}, "Windows", "windows", "windows"),
        ({}, "Darwin", "macos", "macos"),
        ({}, "Linux", "none", ""),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "Linux", "none", ""),
        (X11, "Linux", "x11", "x11"),
        (X11, "FreeBSD", "x11", "x11"),
        ({**X11, "XDG_SESSION_TYPE": "wayland", "XDG_CURRENT_DESKTOP": "GNOME"}, "Linux", "x11", "x11"),
        ({"XDG_SESSION_TYPE": "x11"}, "Linux", "none", ""),
        (WAYLAND, "Linux", "wayland", "wlroots"),
        ({**WAYLAND, **X11}, "Linux", "wayland", "wlroots"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "sway"}, "Linux", "wayland", "wlroots"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "KDE"}, "Linux", "wayland", "kwin"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "GNOME"}, "Linux", "wayland", "gnome"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, "Linux", "wayland", "gnome"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "GNOME-Classic:GNOME"}, "Linux", "wayland", "gnome"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "Budgie:GNOME"}, "Linux", "wayland", "wlroots"),
    ],
)
def test_the_session_and_its_way(environ: Mapping[str, str], system: str, session: str, backend: str) -> None:
    assert session_type(environ, system) == session
    assert backend_name(environ, system) == backend


def test_without_a_desktop_it_says_what_to_do() -> None:
    with pytest.raises(ProbeUnavailable) as refused:
        choose_probe({"XDG_SESSION_TYPE": "tty"}, "Linux")
    for words in ("DISPLAY", "WAYLAND_DISPLAY", "kairos record", "SSH"):
        assert words in refused.value.message


def test_half_a_view_is_not_taken_in_silence(caplog: pytest.LogCaptureFixture) -> None:
    half = {**X11, "XDG_SESSION_TYPE": "wayland"}
    assert "WAYLAND_DISPLAY is not set" in caution(half, "Linux")
    choose_probe(half, "Linux")
    assert "WAYLAND_DISPLAY is not set" in caplog.text
    for whole in (X11, {**half, **WAYLAND}, {**X11, "XDG_SESSION_TYPE": "x11"}, {"XDG_SESSION_TYPE": "wayland"}):
        assert caution(whole, "Linux") == ""


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ModuleNotFoundError(f"No module named 'xcffib' for {name}", name="xcffib")

    monkeypatch.setattr(choose, "import_module", missing)
    with pytest.raises(ProbeUnavailable, match=r"x11 session.*xcffib"):
        choose_probe(X11, "Linux")


@pytest.mark.parametrize(
    ("environ", "backend", "probe"), [(X11, "x11", "X11Probe"), (WAYLAND, "wlroots", "WlrootsProbe")]
)
def test_only_the_chosen_platform_is_imported(
    environ: Mapping[str, str], backend: str, probe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType(backend)
    setattr(module, probe, lambda given: SimpleNamespace(name=backend, environ=given))
    imported: list[str] = []

    def record(name: str) -> ModuleType:
        imported.append(name)
        return module

    monkeypatch.setattr(choose, "import_module", record)
    chosen: Any = choose_probe(environ, "Linux")
    assert (chosen.name, chosen.environ) == (backend, environ)
    assert imported == [f"engine.tracking.platforms.{backend}"]


@pytest.mark.parametrize("backend", ["windows", "macos"])
def test_other_systems_probes_can_be_asked_anywhere(backend: str) -> None:
    probe = choose_probe({}, {"windows": "Windows", "macos": "Darwin"}[backend])
    assert probe.name == backend
    assert probe.report().backend == backend


@pytest.mark.skipif(sys.platform != "linux", reason="needs the libraries of Linux desktops")
@pytest.mark.parametrize(
    ("environ", "backend"),
    [
        (X11, "x11"),
        (WAYLAND, "wlroots"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "KDE"}, "kwin"),
        ({**WAYLAND, "XDG_CURRENT_DESKTOP": "GNOME"}, "gnome"),
    ],
)
def test_every_choice_can_be_made(environ: Mapping[str, str], backend: str) -> None:
    assert choose_probe(environ, "Linux").name == backend
