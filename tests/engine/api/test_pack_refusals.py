"""Packs that are odd, edited, too large or not fit for this profile: said clearly, and nothing half taken."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from helpers import killed_pack
from helpers.packs_room import fill, rows, sealed, states

from engine.api import Engine
from engine.domain.blocks import About, Block
from engine.domain.categories import Facet
from engine.domain.clock import MS_PER_HOUR
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.learning import Skill
from engine.domain.packs import LineState, PackError, PackKind
from engine.domain.rules import Field, How, Rule, Test


def test_an_edited_pack_is_refused_until_it_is_sealed_again(giver: Engine, tmp_path: Path) -> None:
    fill(giver)
    packs = giver.packs
    file = packs.save(packs.make(PackKind.RULES, name="A pack"), tmp_path / "one.kairos-pack")
    text = file.read_text(encoding="utf-8")
    file.write_text("# a remark is free\n" + text.replace("\n", "\r\n"), encoding="utf-8")
    digest = packs.read(file).digest
    file.write_text(text.replace('"Code"', '"Coding"'), encoding="utf-8")
    with pytest.raises(PackError, match=r"This pack was changed.*kairos packs seal FILE"):
        packs.read(file)
    file.write_text(file.read_text(encoding="utf-8").replace("[[rule]]", "# mine\n[[rule]]", 1), encoding="utf-8")
    assert packs.seal(file).digest not in {"", digest}
    assert "# mine" in file.read_text(encoding="utf-8")
    assert any("Coding" in line.name for line in packs.preview(packs.read(file)).lines)


def test_a_rule_that_cannot_be_used_here_is_refused_by_itself(taker: Engine, tmp_path: Path) -> None:
    body = """
[[rule]]
category = ["A", "B"]
match = { title = { regex = "(?=ahead)" } }

[[rule]]
category = ["A"]
match = { app = { equals = "fine" } }

[[rule]]
category = ["A"]
match = { app = { equals = "fine" } }

[[rule]]
category = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
match = { app = { equals = "deep" } }

[[song]]
title = "La"
"""
    packs = taker.packs
    preview = packs.preview(sealed(taker, tmp_path, "rules", body))
    why = {line.name: line.why for line in preview.of(LineState.REFUSED)}
    assert "looks ahead" in why["A > B"]
    assert why["A: fine"] == "It stands in this pack twice."
    assert "8 deep" in why["1 > 2 > 3 > 4 > 5 > 6 > 7 > 8 > 9"]
    assert "[[song]]" in why["La"]
    packs.take(preview)
    assert len(taker.rules.all()) == 1
    assert [one.name for one in taker.rules.tree().in_order()] == ["A"]


def test_names_that_look_alike_are_pointed_at(taker: Engine, tmp_path: Path) -> None:
    taker.rules.add_category("Work")
    taker.learning.skills.add(Skill("Piano"))
    rules = sealed(taker, tmp_path, "rules", '[[category]]\npath = ["W\u043erk"]\n')
    (line,) = taker.packs.preview(rules).lines
    assert line.why == "It looks like your “Work” and is written with other letters."
    learning = sealed(taker, tmp_path, "learning", '[[skill]]\nname = "Pian0"\n')
    assert "Piano" in taker.packs.preview(learning).lines[0].why
    assert taker.packs.take(taker.packs.preview(learning)).id


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "must say"),
        ("{", "not TOML"),
        ("format = " + "1" * 5_000, "not TOML"),
        ('format = 2\nkind = "rules"\nname = "x"', "newer Kairos"),
        ('format = 1\nkind = "songs"\nname = "x"', "another kind"),
        ('format = 1\nkind = "rules"', "“name”"),
        ('format = 1\nkind = "rules"\nname = "a\\u202eb"', "“name”"),
        ('format = 1\nkind = "rules"\nname = "x"\nother = 1', "“other”"),
        ('format = 1\nkind = "rules"\nname = "x"', "not sealed"),
        ('format = 1\nkind = "rules"\nname = "x"\nsha256 = "00"', "changed after it was sealed"),
        ('format = 1\nkind = "rules"\nname = "x"\na = ' + "[" * 5_000 + "]" * 5_000, "not TOML"),
        ('format = 1\nkind = "rules"\nname = "x"\n' + "[[rule]]\n" * 5_001, "5,001 items"),
    ],
)
def test_what_is_no_pack_is_refused_with_what_to_do(text: str, said: str, taker: Engine, tmp_path: Path) -> None:
    file = tmp_path / "odd.kairos-pack"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=said):
        taker.packs.read(file)


def test_a_file_that_cannot_be_read_is_told(taker: Engine, tmp_path: Path) -> None:
    packs = taker.packs
    with pytest.raises(PackError, match="cannot be read"):
        packs.read(tmp_path / "none")
    with pytest.raises(PackError, match="cannot be read"):
        packs.read(tmp_path)
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(PackError, match="UTF-8"):
        packs.read(tmp_path / "bytes")
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(5 << 20)
    with pytest.raises(PackError, match="larger than 4 MB"):
        packs.read(tmp_path / "huge")


def test_what_changed_between_look_and_taking_is_looked_at_anew(taker: Engine, tmp_path: Path) -> None:
    pack = sealed(taker, tmp_path, "learning", '[[skill]]\nname = "Piano"\nweight = 4\n')
    preview = taker.packs.preview(pack)
    taker.learning.skills.add(Skill("Piano", 1))
    with pytest.raises(PackError, match="changed meanwhile"):
        taker.packs.take(preview)
    assert taker.packs.taken() == ()
    assert taker.packs.preview(pack).lines[0].state is LineState.CHANGED


def test_a_part_that_is_refused_late_leaves_nothing_behind(taker: Engine, tmp_path: Path) -> None:
    start = (taker.plan._now() // (24 * MS_PER_HOUR) + 1) * 24 * MS_PER_HOUR
    taker.plan.add(
        Block(About(title="Lunch", protected=True), Interval(start, start + 24 * MS_PER_HOUR), "UTC", all_day=True)
    )
    body = """
[[flexible]]
title = "Walk"

[[block]]
title = "Stand-up"
start = "09:30"
minutes = 15
repeats = "FREQ=DAILY"
"""
    preview = taker.packs.preview(sealed(taker, tmp_path, "blocks", body))
    assert states(preview) == [("Walk", "new"), ("Stand-up", "new")]
    with pytest.raises(UsageError, match="Lunch"):
        taker.packs.take(preview)
    assert taker.plan.flexible() == []
    assert taker.packs.taken() == ()


def test_a_template_that_differs_from_ones_own_series_is_not_taken(giver: Engine, tmp_path: Path) -> None:
    fill(giver)
    body = """
[[block]]
title = "letters"
kind = "shallow"
start = "10:00"
repeats = "FREQ=DAILY"

[[block]]
title = "Until"
repeats = "FREQ=DAILY;UNTIL=20300101T000000Z"

[[flexible]]
title = "deep work"
shortest = 30
longest = 20
"""
    preview = giver.packs.preview(sealed(giver, tmp_path, "blocks", body))
    assert {line.name: line.state for line in preview.lines} == dict.fromkeys(
        ("letters", "Until", "deep work"), LineState.REFUSED
    )


def test_a_process_that_dies_while_it_takes_a_pack_leaves_nothing_of_it(
    giver: Engine, taker: Engine, tmp_path: Path
) -> None:
    fill(giver)
    file = giver.packs.save(giver.packs.make(PackKind.RULES, name="A pack"), tmp_path / "given")
    before = rows(taker)
    command = [sys.executable, "-m", "helpers.killed_pack", str(taker.paths.folder), str(file)]
    path = os.pathsep.join([*sys.path, str(Path(killed_pack.__file__).parents[1])])
    died = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, timeout=60, check=False)
    assert died.returncode == killed_pack.STATUS
    assert rows(taker) == before
    assert taker.packs.taken() == ()
    assert taker.packs.take(taker.packs.preview(taker.packs.read(file))).id


def test_more_rules_than_can_be_used_are_refused_one_by_one(taker: Engine, tmp_path: Path) -> None:
    taker.rules.add_rule(Rule(None, Facet.TAG, "T", Test(Field.APP, How.EQUALS, "0")))
    body = "".join(f'[[rule]]\ntag = "T"\nmatch = {{ app = {{ equals = "{number}" }} }}\n' for number in range(9))
    shelf: Any = taker.packs._shelves[PackKind.RULES]
    shelf._forms = replace(shelf._forms, most=3)
    preview = taker.packs.preview(sealed(taker, tmp_path, "rules", body))
    assert [line.state.value for line in preview.lines[:4]] == ["same", "new", "new", "refused"]
    assert preview.lines[3].why == "There would be more than 3 rules."
