"""No log tells what a window, a document or a question said, whatever went wrong meanwhile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from helpers.document_profile import DocumentProfile
from helpers.storage_samples import seen

from engine.domain.activity import Activity
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

WORD = "zanahoria"

# A window's thread that fails in the words of a title, as any library may, and a log that is told of it.
_FAILS = f"""
import logging, sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.dialogs.crash_watch import CrashWatch
from engine.logs import start_logging
app = QCoreApplication([])
start_logging(Path(sys.argv[1]), "window")
reports = []
watch = CrashWatch(reports.append, lambda: ())
watch.install()
def fail():
    raise KeyError("{WORD}")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
try:
    fail()
except KeyError:
    logging.getLogger("asyncio").exception("Task exception was never retrieved")
app.processEvents()
assert reports and "{WORD}" not in reports[0].replace('raise KeyError("{WORD}")', ""), reports
"""


def said(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run((sys.executable, *words), capture_output=True, text=True, check=False, timeout=100)


def test_what_windows_documents_and_questions_say_is_in_no_log(tmp_path: Path) -> None:
    profile = DocumentProfile(tmp_path)
    profile.write(f"{WORD}.txt", f"{WORD} grows in the dark. " * 40)
    profile.write(f"{WORD}.pdf", b"%PDF-1.7\n" + WORD.encode() * 20)
    profile.write(f"{WORD}.docx", b"PK\x03\x04" + WORD.encode())
    profile.name()
    profile.close()
    folder = profile.paths.folder
    database = Database.open(profile.paths.database)
    what = seen(f"{WORD}-app", f"{WORD} — plan")
    ActivityStore(database).insert_many(
        [Activity(hour * 3_600_000, (hour + 1) * 3_600_000, what, "UTC") for hour in (1, 9)]
    )
    database.close()
    for words in (("work", "index"), ("work", "plan"), ("export", "events"), ("ask", f"how long {WORD} today")):
        done = said("-m", "engine.cli", *words, "--profile", str(folder))
        assert "Traceback" not in done.stderr
    failed = said("-c", _FAILS, str(profile.paths.logs))
    assert failed.returncode == 0, failed.stderr
    logs = {path.name: path.read_text(encoding="utf-8") for path in profile.paths.logs.iterdir()}
    assert {"worker-index.log", "worker-plan.log", "window.log"} <= set(logs)
    assert logs["window.log"].count("KeyError") >= 2
    for name, content in logs.items():
        assert WORD not in content, name
