"""What stands in the package for a larger library: enough of it for the one that asks, and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from pyinstaller import contents  # noqa: E402

REPORT = """
import hashlib, io, sys
from reportlab import rl_config
rl_config.invariant = 1  # no moments in the file
from engine.reports.pdf_paper import MARGIN, Column, Paper
made = io.BytesIO()
paper = Paper(made, "Kairos - 报告")
for text in ("Hours by application", "按类别"):
    paper.heading(text)
    for number in range(40):
        paper.line([f"{text} {number}", "1:30"], [Column(MARGIN, 200), Column(500, 80, right=True)])
        paper.box(300, paper.y, (number, 8), "#1F5FBF", 0.5)
paper.finish()
sys.stdout.write(f"{sys.modules['PIL'].__file__} {len(made.getvalue())} {hashlib.sha256(made.getvalue()).hexdigest()}")
"""


def _report(*folders: Path) -> list[str]:
    """Return whose PIL was there, and length and digest of a report made with these folders before all others."""
    code = f"import sys; sys.path[:0] = {[str(folder) for folder in (*folders, ROOT)]!r}\n{REPORT}"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return made.stdout.split()


def test_reports_are_the_same_without_pillow() -> None:
    folder = Path(contents.stand_ins()[0][1]).parents[1]
    whose, *bare = _report(folder)
    others, *full = _report()
    assert Path(whose).is_relative_to(folder)
    assert not Path(others).is_relative_to(folder)
    assert bare == full
    assert int(bare[0]) > 2_000


def test_a_stand_in_is_left_out_otherwise_and_asked_for_by_nothing_of_ours() -> None:
    for name, file, _kind in contents.stand_ins():
        assert Path(file).is_file()
        assert name.partition(".")[0] in contents.LEFT_OUT
    code = f"import sys; sys.path[:0] = [{str(Path(contents.stand_ins()[0][1]).parents[1])!r}]\n"
    code += "from PIL import Image; Image.open('picture.png')"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert asked.stderr.splitlines()[-1] == "OSError: This package of Kairos reads no pictures."


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_of_translations_only_what_qt_reads_goes_in(language: str) -> None:
    files = {Path(source).name for source, target in contents.own_files() if target == "kairos_resources/translations"}
    assert f"kairos_{language}.qm" in files
    assert not [name for name in files if name.endswith(".ts")]
