"""Going back to a backup and putting a damaged database right, killed on the way: one whole database lies there.

With strides of 1 it is killed at every step, which takes half a minute; here at some of them.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")

PROGRAM = """
import os, shutil, signal, sys
from contextlib import closing
from pathlib import Path
from engine.domain.backups import BackupReason
from engine.domain.database_key import DatabaseKey
from engine.storage.backups import BackupFolder
from engine.storage.database import Database
from engine.storage.restore import draft_of, put_in_place
from engine.storage.salvage.repair import repair
from engine.storage.whole_check import problems_of

room, what, stride = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
key = DatabaseKey(bytes(range(32)))
original, path = room / "original" / "kairos.sqlite3", room / "profile" / "kairos.sqlite3"

def tag(name):
    with closing(Database.open(original, key)) as database, database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO tag (name) VALUES (?)", (name,))

def tags():
    with closing(Database.open(path, key)) as database, database.reading() as connection:
        return {row[0] for row in connection.exec_driver_sql("SELECT name FROM tag")}

def restore():
    backups = BackupFolder(path, key)
    (backup,) = [one for one in backups.list() if one.number == 1]
    draft = draft_of(path, backup, key)
    backups.make(BackupReason.RESTORE)
    put_in_place(path, draft, key)

def mend():
    repair(path, key, 1, problems_of(path, key))

def killed_at(step, act):
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    steps = iter(range(step))
    def count(event, args):
        if event in ("open", "os.rename", "os.remove", "os.truncate", "os.mkdir") and next(steps, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
    try:
        act()
    except BaseException as error:
        os.write(2, repr(error).encode())
        os._exit(3)
    os._exit(0)

tag("old")
BackupFolder(original, key).make(BackupReason.BY_HAND)
tag("new")
if what == "mend":
    data = bytearray(original.read_bytes())
    data[4096 * 2 : 4096 * 3] = bytes(4096)
    original.write_bytes(data)
seen, step = [], 0
while True:
    shutil.rmtree(path.parent, ignore_errors=True)
    shutil.copytree(original.parent, path.parent)
    killed = killed_at(step, restore if what == "restore" else mend)
    if what == "mend" and problems_of(path, key):
        seen.append("damaged")
        mend()
    if what == "restore":
        seen.append("".join(sorted(tags())))
        restore()
        assert tags() == {"old"}
        assert not problems_of(path, key)
    else:
        seen.append("".join(sorted(tags())))
    assert not list((path.parent / "backups").glob("*.part*")) or killed
    if not killed:
        break
    step += stride
print(step, *sorted(set(seen)))
"""


@pytest.mark.parametrize(
    ("what", "stride", "states"), [("restore", 17, {"newold", "old"}), ("mend", 29, {"damaged", "newold"})]
)
def test_at_any_instant_one_whole_database_lies_there(tmp_path: Path, what: str, stride: int, states: set[str]) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path), what, str(stride)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr
    steps, *seen = done.stdout.split()
    assert int(steps) > 20
    assert set(seen) == states
