"""What a killed export leaves lies in the profile alone, and not for long."""

from __future__ import annotations

import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from engine.bootstrap.opening import open_database
from engine.domain.activity import Activity, Observed
from engine.domain.presence import Presence
from engine.paths import ProfilePaths
from engine.reports.workroom import remove_abandoned, workroom
from engine.storage.activities import ActivityStore
from engine.storage.database import Database

CANARY = "Canary-title"
KILLED = """
import os, signal, sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from engine.bootstrap import build_engine
from engine.domain.report import ReportFormat
from engine.paths import ProfilePaths
from engine.reports import formats
from engine.reports.workbook import write_xlsx

def rows(material):
    for number, one in enumerate(material.activities()):
        if number == 500:
            os.kill(os.getpid(), signal.SIGKILL)
        yield one

def killed(material, file):
    write_xlsx(type(material)(material.report, lambda: rows(material), material.path, material.drafts), file)

formats.WRITERS[ReportFormat.XLSX] = killed
with closing(build_engine(ProfilePaths(Path(sys.argv[1])))) as engine:
    request = engine.reports.request(date(2026, 3, 2), date(2026, 3, 3))
    engine.reports.write(request, ReportFormat.XLSX, Path(sys.argv[2]))
"""


def fill(database: Database) -> None:
    """Record six hundred times five seconds of Monday 2 March 2026."""
    at = range(1_772_442_000_000, 1_772_445_000_000, 5_000)
    seen = (Observed(Presence.ACTIVE, "editor", f"{CANARY} {start} {'long ' * 40}", "", "x11") for start in at)
    ActivityStore(database).insert_many(
        Activity(start, start + 5_000, what, "UTC") for start, what in zip(at, seen, strict=True)
    )


def lying(folder: Path) -> list[Path]:
    """Return the files below the folder that hold the title."""
    return [one for one in folder.rglob("*") if one.is_file() and CANARY.encode() in one.read_bytes()]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 here")
def test_a_killed_export_leaves_its_titles_in_the_profile_until_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths, system, out = ProfilePaths(tmp_path / "profile", encrypts=False).ensure(), tmp_path / "tmp", tmp_path / "out"
    system.mkdir()
    out.mkdir()
    monkeypatch.setenv("TMPDIR", str(system))
    with closing(open_database(paths)) as database:
        fill(database)
    subprocess.run((sys.executable, "-c", KILLED, str(paths.folder), str(out / "a.xlsx")), check=False)
    assert lying(system) == lying(out) == []
    assert [one.relative_to(paths.folder).parts[0] for one in lying(paths.drafts)] == ["drafts"], "the sheet"
    assert {stat.S_IMODE(one.stat().st_mode) for one in (paths.drafts, *paths.drafts.iterdir())} == {0o700}
    open_database(paths).close()
    assert not paths.drafts.exists()


def test_a_folder_somebody_works_in_stays_and_goes_with_the_work(tmp_path: Path) -> None:
    with workroom(tmp_path / "drafts") as one, workroom(tmp_path / "drafts") as other:
        (other / "sheet").write_text(CANARY, encoding="utf-8")
        remove_abandoned(tmp_path / "drafts")
        assert one.is_dir()
        assert (other / "sheet").is_file()
    assert not (tmp_path / "drafts").exists()
    assert lying(tmp_path) == []


def test_what_goes_wrong_in_it_leaves_nothing(tmp_path: Path) -> None:
    for within in (None, tmp_path / "drafts"):
        with pytest.raises(ZeroDivisionError), workroom(within) as room:
            raise ZeroDivisionError
        assert not room.exists()


def test_what_a_person_put_there_stays_even_where_the_folder_is_a_link_to_others(tmp_path: Path) -> None:
    mine = tmp_path / "my papers" / "thesis"
    mine.mkdir(parents=True)
    (mine / "chapter").write_text(CANARY, encoding="utf-8")
    (tmp_path / "drafts").symlink_to(mine.parent, target_is_directory=True)
    with workroom(tmp_path / "drafts") as room:
        assert room.is_dir()
    remove_abandoned(tmp_path / "drafts")
    assert not room.exists()
    assert (mine / "chapter").is_file()
