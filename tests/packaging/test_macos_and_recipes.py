"""What was written for macOS and for building elsewhere agrees with itself; it was never run."""

from __future__ import annotations

import argparse
import plistlib
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # recipes are scripts, no package

from macos.make_dmg import commands  # noqa: E402

MACOS = ROOT / "packaging" / "macos"
RECIPES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def texts(language: str) -> dict[str, str]:
    lines = (MACOS / f"{language}.lproj" / "InfoPlist.strings").read_text(encoding="utf-8")
    return dict(re.findall(r'^"(\w+)" = "(.+)";$', lines, flags=re.MULTILINE))


def test_every_reason_for_asking_is_told_in_both_languages() -> None:
    entries = plistlib.loads((MACOS / "Info.plist").read_bytes())
    asked = {key: text for key, text in entries.items() if key.endswith("UsageDescription")}
    assert asked
    assert asked.items() <= texts("en").items()
    assert texts("en").keys() == texts("zh-Hans").keys()
    assert entries["CFBundleLocalizations"] == ["en", "zh-Hans"]
    assert all(re.search(r"[\u4e00-\u9fff]", text) for text in texts("zh-Hans").values())


def test_no_right_is_asked_for_that_opens_the_machine() -> None:
    asked = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert asked == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    inner = tmp_path / "Kairos.app" / "Contents" / "Frameworks" / "deep" / "lib.dylib"
    inner.parent.mkdir(parents=True)
    inner.write_bytes(bytes.fromhex("cffaedfe") + b"code")
    (inner.parent / "words.txt").write_text("no code")
    program = tmp_path / "Kairos.app" / "Contents" / "MacOS" / "kairos"
    program.parent.mkdir()
    program.write_bytes(bytes.fromhex("cafebabe") + b"code")
    return tmp_path / "Kairos.app"


def test_what_lies_within_is_signed_first(bundle: Path) -> None:
    given = argparse.Namespace(bundle=bundle, output=Path("K.dmg"), identity="Developer ID", notary="profile")
    steps = commands(given, Path("folder"))
    signed = [Path(step[-1]).name for step in steps if step[:2] == ["codesign", "--force"]]
    assert signed == ["lib.dylib", "kairos", "Kairos.app"]
    assert all("runtime" in step for step in steps if step[:2] == ["codesign", "--force"])
    assert [step[:3] for step in steps[-3:-1]] == [["xcrun", "notarytool", "submit"], ["xcrun", "stapler", "staple"]]


def test_without_an_identity_nothing_is_sent_to_anybody(bundle: Path) -> None:
    given = argparse.Namespace(bundle=bundle, output=Path("K.dmg"), identity="-", notary=None)
    words = [word for step in commands(given, Path("folder")) for word in step]
    assert {"notarytool", "--timestamp"}.isdisjoint(words)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_recipes_name_files_that_exist_and_pin_what_they_use(recipe: Path) -> None:
    text = recipe.read_text(encoding="utf-8")
    assert "Written, not run" in text
    named = set(re.findall(r"packaging/[\w/]+\.(?:py|spec)", text))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert [action for action in used if not re.search(r"@(v\d+|[0-9a-f]{40})$", action)] == []


def test_the_steps_of_a_release_name_files_that_exist() -> None:
    told = (ROOT / "packaging" / "RELEASING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:packaging|engine|resources|\.github)/[\w/.]+\w", told))
    assert len(named) > 15
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
