"""The process that may load torch and the readers of documents: does one job and ends, so that memory is given back.

Started as `python -m engine.worker JOB`, by the window, the command line or the recorder. It gives way to everything
else, and ends when whoever started it does.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from traceback import format_tb

from engine.domain.egress import ProcessRole
from engine.domain.errors import AlreadyRunning, KairosError, StorageGone
from engine.egress import install
from engine.handed_key import add_key_options, with_key
from engine.launch import WorkerJob
from engine.locks import ProcessLock
from engine.logs import start_logging
from engine.paths import ProfilePaths, profile_at

_log = logging.getLogger(__name__)

_NICE = 10
"""Gives way to what a person does, and still gets enough to leave a transaction soon that others wait for."""

_BLOCK = 4_096
_LOCK_BEAT_S = 2.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one job until it is done or stopped; returns 0, or 1 after one clear message on stderr."""
    if arguments is None:
        install(ProcessRole.WORKER)
    chosen = _parse(arguments)
    os.umask(0o077)
    # Read when NumPy is loaded. Its threads wait by spinning: on a busy machine small sums cost many times as much.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    job = WorkerJob(chosen.job)
    try:
        return _work(job, with_key(profile_at(chosen.profile), chosen).ensure(), chosen)
    except KairosError as error:
        sys.stderr.write(f"{error.title}\n{error.message}\n")
        return 1


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kairos work", description="Work in the background.")
    parser.add_argument("job", choices=[job.value for job in WorkerJob], help="what to do")
    parser.add_argument("--profile", type=Path, default=None, metavar="DIR", help="the folder that holds the data")
    parser.add_argument("--watch", action="store_true", help="index: stay, and look at what changes")
    parser.add_argument("--forget-missing", action="store_true", help="index: forget documents that are out of reach")
    parser.add_argument("--at-once", action="store_true", help="do not wait for mains power or a quiet machine")
    add_key_options(parser)
    parser.add_argument("--tethered", action="store_true", help="end when standard input ends")
    return parser.parse_args(arguments)


def _work(job: WorkerJob, paths: ProfilePaths, chosen: argparse.Namespace) -> int:
    start_logging(paths.logs, f"worker-{job.value}")
    try:
        _run(job, paths, chosen)
    except KairosError as error:  # it is mostly started without a stderr
        if not isinstance(error, AlreadyRunning):
            _log.error("ended: %s. %s", error.title, error.message)
        raise
    except Exception as error:
        # Without the error's own words, which could hold a title.
        _log.error("ended by a bug: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
        raise
    return 0


def _run(job: WorkerJob, paths: ProfilePaths, chosen: argparse.Namespace) -> None:
    if job in _TALKERS:  # they end with their input, and at any signal
        _TALKERS[job](paths)
        return
    stop = Stop()
    give_way()
    if chosen.tethered:
        stop.when_input_ends()
    with ProcessLock(paths.worker_lock(job)) as lock:
        _acquire(lock, job, stop, patient=chosen.tethered and chosen.watch)
        _WORKERS[job](paths, chosen, stop)


def _acquire(lock: ProcessLock, job: WorkerJob, stop: Stop, *, patient: bool) -> None:
    """Take the lock; patient: wait for another worker to end, since this one is to stay."""
    while True:
        try:
            lock.acquire(who=f"worker that does “{job.value}”")
        except AlreadyRunning:
            if not patient or stop.wait(_LOCK_BEAT_S):
                raise
        else:
            return


def _index(paths: ProfilePaths, chosen: argparse.Namespace, stop: Stop) -> None:
    from engine.bootstrap.documents import indexing  # noqa: PLC0415  (a second worker is refused before)

    with indexing(paths, patient=not chosen.at_once) as work:
        stop.calls(work.halting.stop)
        if chosen.watch:
            work.resident.stay(forget_missing=chosen.forget_missing)
        elif work.resident.once(forget_missing=chosen.forget_missing).halted is None:
            work.resident.embed_all()


def _embed(paths: ProfilePaths, chosen: argparse.Namespace, stop: Stop) -> None:
    from engine.bootstrap.documents import embedding  # noqa: PLC0415

    with embedding(paths, patient=not chosen.at_once) as work:
        stop.calls(work.halting.stop)
        if work.embedding is not None:
            work.embedding.run()


def _train(paths: ProfilePaths, chosen: argparse.Namespace, stop: Stop) -> None:
    from engine.bootstrap.mind_training import training  # noqa: PLC0415

    with training(paths, patient=not chosen.at_once) as work:
        stop.calls(work.leaving_off.stop)
        work.training.run()


def _insights(paths: ProfilePaths, _chosen: argparse.Namespace, stop: Stop) -> None:
    from engine.bootstrap.insights import work_out_insights  # noqa: PLC0415

    left_off = threading.Event()
    stop.calls(left_off.set)
    work_out_insights(paths, left_off.is_set, _tell_share)


def _tell_share(share: float) -> None:
    """Say how much is done, one line in whole percent, for whoever started this; nobody else may hear it."""
    with suppress(OSError, ValueError):
        sys.stdout.write(f"{round(share * 100)}\n")
        sys.stdout.flush()


def _seal(paths: ProfilePaths, _chosen: argparse.Namespace, _stop: Stop) -> None:
    from engine.bootstrap.mind_kept import seal_models  # noqa: PLC0415

    seal_models(paths)


def _plan(paths: ProfilePaths, _chosen: argparse.Namespace, stop: Stop) -> None:
    from engine.bootstrap.day_work import day_work  # noqa: PLC0415

    with day_work(paths) as work:
        stop.calls(work.stop)
        work.run()


def _keep(paths: ProfilePaths, _chosen: argparse.Namespace, stop: Stop) -> None:
    from engine.bootstrap.keeping import keeping  # noqa: PLC0415

    # Where the database was put right it is another file, in which nothing is under way; the recorder runs anew.
    with suppress(StorageGone), keeping(paths) as work:
        stop.calls(work.stop)
        work.run()


def _answer(paths: ProfilePaths) -> None:
    """Answer as long as somebody asks; it may be one of several, and a person waits for it."""
    from engine.bootstrap.document_search import answering  # noqa: PLC0415

    with answering(paths) as loop:
        loop.run(sys.stdin.fileno(), sys.stdout.buffer)


def _advise(paths: ProfilePaths) -> None:
    """Say what the learned models advise as long as somebody asks; a person waits for it, too."""
    from engine.bootstrap.mind_advice import advising  # noqa: PLC0415

    with advising(paths) as listener:
        listener.run(sys.stdin.fileno(), sys.stdout.buffer)


_TALKERS = {WorkerJob.ANSWER: _answer, WorkerJob.ADVISE: _advise}
_WORKERS = {
    WorkerJob.INDEX: _index,
    WorkerJob.EMBED: _embed,
    WorkerJob.TRAIN: _train,
    WorkerJob.INSIGHTS: _insights,
    WorkerJob.SEAL: _seal,
    WorkerJob.KEEP: _keep,
    WorkerJob.PLAN: _plan,
}


class Stop:
    """That the process is to end, told by a signal or the end of standard input to whoever works."""

    def __init__(self) -> None:
        self._told = threading.Event()
        self._stop: Callable[[], None] = lambda: None
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and threading.current_thread() is threading.main_thread():
                signal.signal(number, lambda _number, _frame: self.stop())

    def calls(self, stop: Callable[[], None]) -> None:
        """Have this called, at once where it was told already."""
        self._stop = stop
        if self._told.is_set():
            stop()

    def stop(self) -> None:
        """Tell it."""
        self._told.set()
        # Beside the thread it interrupts, which may hold what stopping waits for.
        threading.Thread(target=self._stop, name="stop", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait so long; tell whether it was told."""
        return self._told.wait(seconds)

    def when_input_ends(self) -> None:
        """Tell it when whoever holds the other end of standard input lets go of it, or ends."""
        threading.Thread(target=self._listen, name="tether", daemon=True).start()

    def _listen(self) -> None:
        try:
            while os.read(0, _BLOCK):
                pass
        except OSError:
            pass
        self.stop()


def give_way() -> None:
    """Let other processes go first; what only computes is put even further back, where it starts."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
        return
    try:
        os.nice(_NICE)
    except OSError:
        return


if __name__ == "__main__":
    sys.exit(main())
