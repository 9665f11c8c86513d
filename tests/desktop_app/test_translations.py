"""Every string of the window is translated, and what is shipped is what was translated."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent


def _run(tool: str, *arguments: str | Path) -> str:
    program = shutil.which(f"pyside6-{tool}", path=str(TOOLS))
    assert program
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout


def _messages(path: Path) -> list[tuple[str, str]]:
    root = ET.parse(path).getroot()  # noqa: S314  (our own file)
    return [(message.findtext("source") or "", ET.tostring(message, "unicode")) for message in root.iter("message")]


@pytest.mark.parametrize(("language", "more"), [("zh_CN", ()), ("en", ("-pluralonly",))])
def test_the_translation_is_complete_and_up_to_date(language: str, more: tuple[str, ...], tmp_path: Path) -> None:
    fresh = tmp_path / f"kairos_{language}.ts"
    shutil.copy(FOLDER / fresh.name, fresh)
    sources = sorted((ROOT / "desktop_app").rglob("*.py"))
    wanted = ("-target-language", language, "-source-language", "en", "-locations", "none", "-no-obsolete")
    _run("lupdate", *more, *sources, "-ts", fresh, *wanted)
    unfinished = [source for source, text in _messages(fresh) if 'type="unfinished"' in text]
    assert unfinished == []
    # Strings that are gone from the sources are gone from the translation.
    assert len(_messages(FOLDER / fresh.name)) == len(_messages(fresh)) > 0


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_compiled_translation_is_up_to_date(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    _run("lrelease", FOLDER / f"kairos_{language}.ts", "-qm", fresh)
    assert fresh.read_bytes() == (FOLDER / f"kairos_{language}.qm").read_bytes()


def test_no_text_stands_where_it_is_not_found_for_translation() -> None:
    """What is asked for inside an f-string is not seen by lupdate, so it would stay English without a word."""
    unseen = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "desktop_app").rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rsplit(".")[-1] in {"tr", "translate"}
    ]
    assert unseen == []


def test_planned_time_has_one_name_in_chinese() -> None:
    others = [text for _source, text in _messages(FOLDER / "kairos_zh_CN.ts") if "时间块" in text or "弹性" in text]
    assert others == []


def test_the_software_centre_speaks_as_the_window_does() -> None:
    told = (FOLDER.parent / "desktop" / "app.kairos.Kairos.metainfo.xml").read_text("utf-8")
    assert "时段" in told
    assert not any(word in told for word in ("您", "时间块"))


def test_every_placeholder_is_kept() -> None:
    for source, text in _messages(FOLDER / "kairos_zh_CN.ts"):
        translation = text.split("<translation", 1)[1]
        for placeholder in ("%1", "%2", "%n"):
            assert (placeholder in source) == (placeholder in translation), source
