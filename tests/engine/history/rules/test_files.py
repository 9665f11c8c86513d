"""Files of rules: told apart by what they hold, refused with one clear message, written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.domain.categories import Facet
from engine.domain.rule_pack import Pack, PackCategory, PackRule, RulesFileError, RulesFormat
from engine.domain.rules import Field, How, Test
from engine.history.rules.files import LARGEST, read_rules, rules_text, write_rules

PACK = Pack(
    (PackCategory(("工作",), "#1F5FBF", 2),),
    (PackRule(Facet.CATEGORY, ("工作",), Test(Field.TITLE, How.REGEX, "计划", case=True)),),
)


@pytest.mark.parametrize("form", RulesFormat)
def test_what_is_written_is_known_and_read(tmp_path: Path, form: RulesFormat) -> None:
    path = tmp_path / "rules"
    write_rules(path, rules_text(PACK, form)[0])
    found = read_rules(path)
    assert found.categories == PACK.categories
    assert [rule.target for rule in found.rules] == [("工作",)]
    assert [one.name for one in tmp_path.iterdir()] == ["rules"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_at_the_start_of_a_file_do_not_matter(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(rules_text(PACK, RulesFormat.KAIROS)[0], encoding=encoding)
    assert read_rules(path).rules == PACK.rules


@pytest.mark.parametrize(
    ("text", "is_json"),
    [
        ('{"categories": []}', True), ("[]", True), ('[{"name": ["A"]}]', True), ("[[rule]]", False), ("[rule]", False),
        ("format = 1", False), ("{", True), ("[", True),
    ],
)  # fmt: skip
def test_json_is_told_from_toml(tmp_path: Path, text: str, is_json: bool) -> None:
    path = tmp_path / "file"
    path.write_text(text, encoding="utf-8")
    assert told(path) is is_json


def told(path: Path) -> bool:
    """Say whether the file was taken for one of ActivityWatch, read or refused."""
    try:
        return read_rules(path).name == "ActivityWatch"
    except RulesFileError as error:
        return "ActivityWatch" in error.message


def test_a_number_without_end_is_one_clear_message(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text("format = " + "1" * 5_000, encoding="utf-8")
    with pytest.raises(RulesFileError, match="not TOML"):
        read_rules(path)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80abc", b"", b"\x00" * 50, b"SQLite format 3\x00"])
def test_other_files_are_one_clear_message(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(RulesFileError, match="file"):
        read_rules(path)


def test_files_that_are_not_there_or_too_large_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RulesFileError, match="No such file"):
        read_rules(tmp_path / "nowhere")
    with pytest.raises(RulesFileError, match="cannot be read"):
        read_rules(tmp_path)
    large = tmp_path / "large"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(RulesFileError, match="larger than"):
        read_rules(large)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(RulesFileError, match="cannot be written"):
        write_rules(tmp_path / "nowhere" / "rules.toml", "x")
    (tmp_path / "taken").mkdir()
    with pytest.raises(RulesFileError, match="cannot be written"):
        write_rules(tmp_path / "taken", "x")
    assert [one.name for one in tmp_path.iterdir()] == ["taken"]
