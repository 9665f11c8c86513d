"""The resident process: watches the desktop from log-in to log-out and writes what the privacy filter admits.

Started as `python -OO -m engine.recorder`, since without docstrings its libraries need 3 MB less memory.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from traceback import format_tb
from types import ModuleType

from engine.domain.egress import ProcessRole
from engine.domain.errors import AlreadyRunning, KairosError
from engine.egress import install
from engine.handed_key import add_key_options, with_key
from engine.locks import ProcessLock
from engine.logs import start_logging
from engine.paths import ProfilePaths, profile_at

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Record until stopped; returns 0, also where another process records already, or 1 after one clear message."""
    _leave_out_archives()
    if arguments is None:
        install(ProcessRole.RECORDER)
    chosen = _parse(arguments)
    os.umask(0o077)
    try:
        return _record(with_key(profile_at(chosen.profile), chosen).ensure(), chosen.seconds)
    except KairosError as error:
        sys.stderr.write(f"{error.title}\n{error.message}\n")
        return 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kairos record", description="Record app, window and idle time.")
    parser.add_argument("--profile", type=Path, default=None, metavar="DIR", help="the folder that holds the data")
    parser.add_argument("--for", dest="seconds", type=float, default=None, metavar="SECONDS", help="stop by itself")
    add_key_options(parser)
    return parser.parse_args(arguments)


def _record(paths: ProfilePaths, seconds: float | None) -> int:
    start_logging(paths.logs, "recorder")
    try:
        _run(paths, seconds)
    except _RecordedAlready as error:
        _log.info("ended: %s", error.message)
        sys.stdout.write(f"{error.message}\n")
    except KairosError as error:  # the window starts it without a stderr and sends people to the log
        _log.error("ended: %s. %s", error.title, error.message)
        raise
    except Exception as error:
        # Without the error's own words, which could hold a title.
        _log.error("ended by a bug: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
        raise
    return 0


def _run(paths: ProfilePaths, seconds: float | None) -> None:
    with ProcessLock(paths.recorder_lock) as lock:
        _take(lock, paths)
        _leave_out_tls()
        _leave_out_plugins()
        # Loaded only now: a second recorder is refused at once, and what it does without is shut out before.
        from engine.bootstrap import recording  # noqa: PLC0415
        from engine.bootstrap.unlocking import unlock_patiently  # noqa: PLC0415
        from engine.tracking.run_loop import run  # noqa: PLC0415

        opened = unlock_patiently(paths)
        run(lambda: recording(opened), seconds)


class _RecordedAlready(AlreadyRunning):
    """Somebody does what this process is for, so all is well."""


def _take(lock: ProcessLock, paths: ProfilePaths) -> None:
    try:
        lock.acquire(who="recorder")
    except AlreadyRunning as refused:
        from engine.alone import SURE_S, replace_blind, who_records  # noqa: PLC0415  (one that records does without)

        if replace_blind(paths, lock, _sees_desktop, SURE_S):
            _log.info("took the place of a recorder that lost its desktop")
            return
        if (who := who_records(paths)) is not None:
            raise _RecordedAlready(f"This profile is being recorded already{who}.") from refused
        raise AlreadyRunning(
            "The data is being changed by a process of Kairos that needs it to itself. Try again in a minute."
        ) from refused


def _sees_desktop() -> bool:
    _leave_out_tls()
    _leave_out_plugins()
    from engine.bootstrap.desktop import desktop  # noqa: PLC0415

    return desktop().windows


def _leave_out_tls() -> None:
    """Make asyncio do without TLS, which a process that never talks to a network has no use for: 5 MB less."""
    for name in ("ssl", "_ssl", "_hashlib"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # None is how Python marks "not to be had"


def _leave_out_archives() -> None:
    """Make shutil, which argparse and ctypes load, do without formats of archives: nobody packs any here: 0.3 MB."""
    for name in ("bz2", "lzma"):
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # as above


def _leave_out_plugins() -> None:
    """Make SQLAlchemy and APScheduler do without plug-ins of other packages and without process pools.

    They load the parsers of mails and archives to look for the former, and all of multiprocessing for the latter: 2 MB.
    """
    absent = {"PackageNotFoundError": ModuleNotFoundError, "version": _absent, "entry_points": _no_plugins}
    pool = {"BrokenProcessPool": RuntimeError, "ProcessPoolExecutor": None}
    for name, holds in (("importlib.metadata", absent), ("concurrent.futures.process", pool)):
        if name not in sys.modules:
            module = ModuleType(name)
            vars(module).update(holds)
            sys.modules[name] = module
            setattr(import_module(name.rpartition(".")[0]), name.rpartition(".")[2], module)


def _absent(name: str) -> str:
    raise ModuleNotFoundError(name)


def _no_plugins(**_wanted: str) -> tuple[()]:
    return ()


if __name__ == "__main__":
    sys.exit(main())
