"""What holds for every test: no real home, no real desktop, nothing left behind."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.leaks import Snapshot
from helpers.manual_clock import ManualClock
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
_HOME_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "run",
}
_REAL_DESKTOP = (
    "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "SWAYSOCK", "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS",
    "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "XDG_SESSION_ID", "QT_QPA_PLATFORMTHEME", "LANGUAGE",
)  # fmt: skip
_MANY_OBJECTS = 20_000
_DESKTOP_PROGRAMS = (
    "Xvfb openbox dbus-daemon dbus-run-session xdotool wmctrl xterm xprop mousepad sway foot wtype".split()
)


def _read_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


def _leave_the_real_home() -> Path:
    """Move this process, before anything of ours is imported, to a home and a session of its own."""
    away = Path(tempfile.mkdtemp(prefix="kt-"))  # short: the names of UNIX sockets have 107 bytes at most
    for name, folder in _HOME_FOLDERS.items():
        (away / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(away / folder)
    for name in _REAL_DESKTOP:
        os.environ.pop(name, None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # no test meets a keyring by accident
    os.environ["TZ"] = "UTC"
    _read_zone()
    # Programs started by tests find the packages of this checkout wherever they are started.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return away


_AWAY = _leave_the_real_home()

# Deadlines measure how busy the machine is; on CI the examples are the same every time.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, print_blob=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_unconfigure() -> None:
    """Take the borrowed home down."""
    shutil.rmtree(_AWAY, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a real desktop, and leave it out where its programs are missing; on CI nothing is left out."""
    missing = [] if os.environ.get("CI") else [name for name in _DESKTOP_PROGRAMS if shutil.which(name) is None]
    for item in items:
        if ROOT / "tests" / "desktops" in item.path.parents:
            item.add_marker(pytest.mark.desktop)
        if missing and item.get_closest_marker("desktop"):
            item.add_marker(pytest.mark.skip(reason=f"not installed: {', '.join(missing)}"))


def pytest_collection_finish() -> None:
    """Set aside what the collected tests are made of: the 700,000 objects are no timers, and no garbage either.

    Looking for timers among them took half a second for each test of the window, more than most of those tests.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fail the test that leaves a thread, a child process, a running timer or an open file of its folder behind."""
    qt = bool({"qapp", "qtbot", "qtmodeltester"} & set(request.fixturenames))
    home = Path(os.environ["HOME"]) if request.node.get_closest_marker("desktop") else None  # looks at every process
    before = Snapshot(tmp_path_factory.getbasetemp(), qt=qt, home=home)
    yield
    left = before.left()
    if left:
        pytest.fail("left behind:\n" + "\n".join(left), pytrace=False)


def delete_what_was_closed() -> None:
    """Let go of the windows that tests before closed: no event loop ran since, and each slows every change of style."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def collected_on_this_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect garbage between tests of the window only, as the app does it on the GUI thread only.

    The collector runs on whatever thread allocates; a Qt object that dies on a worker's takes the process along.
    """
    if not {"qapp", "qtbot", "qtmodeltester"} & set(request.fixturenames):
        yield
        return
    delete_what_was_closed()
    gc.collect()
    if len(gc.get_objects()) > _MANY_OBJECTS:  # of modules loaded meanwhile, or the window's own sweeper took all back
        gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.collect(1)


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands until the test moves it, in UTC on a Monday at noon."""
    return ManualClock()


@pytest.fixture
def zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The process's own time zone: UTC, or the one given by `indirect` parametrisation."""
    name = str(getattr(request, "param", "UTC"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", name)
        _read_zone()
        yield name
    _read_zone()
