"""Packs from one profile to another: what leaves, what a preview says, all or nothing, and back again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.blocks import About, Block, BlockKind, FlexibleBlock, Recurrence
from engine.domain.categories import Category, Facet
from engine.domain.clock import MS_PER_HOUR
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.learning import ItemKind, LearningItem, Skill
from engine.domain.packs import LineState, Pack, PackError, PackKind, PackPreview
from engine.domain.rules import All, Field, How, Rule, Test
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.tables import block, category, flexible_block, learning_item, rule, skill, skill_level

TABLES = (category, rule, skill, skill_level, learning_item, flexible_block, block)
HEAD = 'format = 1\nkind = "{}"\nname = "A pack"\n'
MONDAY_MS = 1_767_603_600_000  # 2026-01-05 09:00 UTC


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Engine]]:
    engines: list[Engine] = []

    def one(name: str) -> Engine:
        engines.append(build_engine(ProfilePaths(tmp_path / name).ensure()))
        settings = engines[-1].preferences.load()
        engines[-1].preferences.change(replace(settings, sharing=replace(settings.sharing, on=True)))
        return engines[-1]

    yield one
    for engine in engines:
        engine.close()


@pytest.fixture
def giver(opened: Callable[[str], Engine]) -> Engine:
    return opened("giver")


@pytest.fixture
def taker(opened: Callable[[str], Engine]) -> Engine:
    return opened("taker")


def rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with closing(Database.open_existing(engine.paths.database)) as database, database.reading() as connection:
        return {table.name: [tuple(row) for row in connection.execute(select(table))] for table in TABLES}


def fill(engine: Engine) -> None:
    rules, plan, skills = engine.rules, engine.plan, engine.learning.skills
    (work,) = rules.add_category("Work", colour="#1F5FBF", weight=2).categories
    (code,) = rules.add_category("Code", work).categories
    rules.add_rule(Rule(None, Facet.CATEGORY, code, Test(Field.APP, How.EQUALS, "code")))
    both = All((Test(Field.TITLE, How.REGEX, "(?i)invoice"), Test(Field.SITE, How.EQUALS, "bank.example")))
    rules.add_rule(Rule(None, Facet.CATEGORY, work, both, enabled=False))
    rules.add_rule(Rule(None, Facet.PROJECT, "Atlas", Test(Field.TITLE, How.CONTAINS, "atlas")))
    rules.add_rule(Rule(None, Facet.TAG, "Mine", Test(Field.DOCUMENT, How.GLOB, "/home/ada/thesis/*")))
    about = About(BlockKind.FOCUS, "Deep work", work, "Atlas", "my own note", protected=True)
    plan.add_flexible(FlexibleBlock(about, 45, 90, 3, 540, 720, frozenset({0, 2}), date(2030, 1, 1)))
    span = Interval(MONDAY_MS, MONDAY_MS + MS_PER_HOUR)
    plan.add(
        Block(About(BlockKind.SHALLOW, "Letters", note="secret"), span, "UTC", recurrence=Recurrence("FREQ=DAILY"))
    )
    plan.add(Block(About(title="Course"), span, "UTC", recurrence=Recurrence("FREQ=WEEKLY;COUNT=300")))
    learned = skills.add(Skill("Statistics", 5, 120))
    skills.rate(learned.id, 6.5)
    skills.add_item(LearningItem(learned.id, ItemKind.COURSE, "Lectures — https://learn.example/stats", 600))
    skills.finish(skills.add_item(LearningItem(learned.id, ItemKind.DOCUMENT, "All of Statistics", 900)).id)


def handed(giver: Engine, taker: Engine, kind: PackKind, folder: Path) -> Pack:
    file = giver.packs.save(giver.packs.make(kind, name="A pack"), folder / "given")
    assert file.suffix == ".kairos-pack"
    return taker.packs.read(file)


def sealed(engine: Engine, folder: Path, kind: str, body: str) -> Pack:
    file = folder / "by-hand.kairos-pack"
    file.write_text(HEAD.format(kind) + body, encoding="utf-8")
    engine.packs.seal(file)
    return engine.packs.read(file)


def states(preview: PackPreview) -> list[tuple[str, str]]:
    return [(line.name, line.state.value) for line in preview.lines]


@pytest.mark.parametrize("kind", PackKind)
def test_a_pack_goes_from_one_to_another_once_and_comes_out_whole(
    kind: PackKind, giver: Engine, taker: Engine, tmp_path: Path
) -> None:
    fill(giver)
    before, packs = rows(taker), taker.packs
    pack = handed(giver, taker, kind, tmp_path)
    preview = packs.preview(pack)
    assert {line.state for line in preview.lines} == {LineState.NEW}
    done = packs.take(preview)
    assert done.id
    assert done.rows >= len(pack.items)
    again = packs.preview(pack)
    assert {line.state for line in again.lines} == {LineState.SAME}
    assert again.taken_before
    assert not again.changes
    taken = rows(taker)
    assert packs.take(again).id == 0
    assert rows(taker) == taken
    assert [one.id for one in packs.taken()] == [done.id]
    assert packs.undo(done.id).kept == ()
    assert rows(taker) == before
    assert packs.taken()[0].undone_ms is not None
    with pytest.raises(PackError, match="taken back already"):
        packs.undo(done.id)


def test_what_is_made_again_of_what_was_taken_is_the_very_same_file(
    giver: Engine, taker: Engine, tmp_path: Path
) -> None:
    fill(giver)
    for kind in (PackKind.RULES, PackKind.BLOCKS, PackKind.LEARNING):
        taker.packs.take(taker.packs.preview(handed(giver, taker, kind, tmp_path)))
        texts = [one.packs.text(one.packs.make(kind, name="A pack")) for one in (giver, taker)]
        assert texts[0] == texts[1]


def test_nothing_of_the_person_leaves_but_what_a_pack_is_of(giver: Engine) -> None:
    fill(giver)
    packs = giver.packs
    texts = "".join(packs.text(packs.make(kind, name="A pack")) for kind in PackKind)
    for own in ("my own note", "secret", "2030", "/home/ada", "2026", "6.5", "Course\n"):
        assert own not in texts
    assert "Atlas" not in packs.text(packs.make(PackKind.BLOCKS, name="A pack"))
    left_out = {one.name: one.text for one in packs.offers(PackKind.RULES).left_out}
    assert "place on your machine" in left_out["Mine: /home/ada/thesis/*"]
    assert [one.name for one in packs.offers(PackKind.BLOCKS).left_out] == ["Course"]
    assert "level = 6.5" in packs.text(packs.make(PackKind.LEARNING, name="A pack", levels=True))


def test_names_choose_what_goes_into_a_pack(giver: Engine) -> None:
    fill(giver)
    packs = giver.packs
    text = packs.text(packs.make(PackKind.RULES, ["work > code", "Atlas"], name="A pack"))
    assert '["Work", "Code"]' in text
    assert 'project = "Atlas"' in text
    assert "bank.example" not in text
    with pytest.raises(UsageError, match="Nowhere"):
        packs.make(PackKind.RULES, ["Nowhere"], name="A pack")
    with pytest.raises(UsageError, match="Juggling"):
        packs.make(PackKind.LEARNING, ["Juggling"], name="A pack")
    with pytest.raises(PackError, match="name"):
        packs.make(PackKind.RULES, name="  ")


def test_no_pack_is_made_while_sharing_is_off_but_any_is_taken(giver: Engine, taker: Engine, tmp_path: Path) -> None:
    fill(giver)
    file = giver.packs.save(giver.packs.make(PackKind.RULES, name="A pack"), tmp_path / "one.kairos-pack")
    settings = taker.preferences.load()
    taker.preferences.change(replace(settings, sharing=replace(settings.sharing, on=False)))
    pack = taker.packs.read(file)
    assert taker.packs.take(taker.packs.preview(pack)).id
    for refused in (
        lambda: taker.packs.make(PackKind.RULES, name="A pack"),
        lambda: taker.packs.offers(PackKind.RULES),
        lambda: taker.packs.save(pack, tmp_path / "two.kairos-pack"),
    ):
        with pytest.raises(PackError, match="kairos share on"):
            refused()
    assert not (tmp_path / "two.kairos-pack").exists()


def test_an_edited_pack_is_refused_until_it_is_sealed_again(giver: Engine, tmp_path: Path) -> None:
    fill(giver)
    packs = giver.packs
    file = packs.save(packs.make(PackKind.RULES, name="A pack"), tmp_path / "one.kairos-pack")
    text = file.read_text(encoding="utf-8")
    file.write_text("# a remark is free\n" + text.replace("\n", "\r\n"), encoding="utf-8")
    digest = packs.read(file).digest
    file.write_text(text.replace('"Code"', '"Coding"'), encoding="utf-8")
    with pytest.raises(PackError, match=r"one.kairos-pack: This pack was changed.*kairos packs seal FILE"):
        packs.read(file)
    file.write_text(file.read_text(encoding="utf-8").replace("[[rule]]", "# mine\n[[rule]]", 1), encoding="utf-8")
    assert packs.seal(file).digest not in {"", digest}
    assert "# mine" in file.read_text(encoding="utf-8")
    assert any("Coding" in line.name for line in packs.preview(packs.read(file)).lines)


def test_what_the_person_changed_since_stays_and_is_told(giver: Engine, taker: Engine, tmp_path: Path) -> None:
    fill(giver)
    (play,) = taker.rules.add_category("Play", colour="#111111").categories
    (work,) = taker.rules.add_category("Work", colour="#222222", weight=-1).categories
    pack = handed(giver, taker, PackKind.RULES, tmp_path)
    preview = taker.packs.preview(pack)
    (changed,) = preview.of(LineState.CHANGED)
    assert changed.before == ("[[category]]", 'path = ["Work"]', 'colour = "#222222"', "weight = -1")
    assert changed.after[2:] == ('colour = "#1F5FBF"', "weight = 2")
    done = taker.packs.take(preview)
    tree = taker.rules.tree()
    code = tree.find(("Work", "Code"))
    assert code is not None
    taker.rules.add_rule(Rule(None, Facet.CATEGORY, code.id, Test(Field.APP, How.EQUALS, "emacs")))
    taker.rules.change_category(replace(tree.get(work) or Category(0, ""), weight=1))
    atlas = next(one for one in taker.rules.all() if one.target == "Atlas")
    taker.rules.change_rule(replace(atlas, enabled=False))
    kept = {one.name: one.text for one in taker.packs.undo(done.id).kept}
    assert kept == {
        "Work": "You changed it since, so it stays as it is.",
        "Work > Code": "It is used by now, so it stays.",
        "Atlas: atlas": "You changed it since, so it stays as it is.",
    }
    left = taker.rules.tree()
    assert left.get(work) == Category(work, "Work", None, "#222222", 1)
    assert left.get(play) is not None
    assert [one.match for one in taker.rules.all()] == [atlas.match, Test(Field.APP, How.EQUALS, "emacs")]


def test_items_can_be_left_out_with_all_that_needs_them(giver: Engine, taker: Engine, tmp_path: Path) -> None:
    fill(giver)
    preview = taker.packs.preview(handed(giver, taker, PackKind.RULES, tmp_path))
    code = next(line for line in preview.lines if line.name == "Work > Code")
    taker.packs.take(preview, [code.place])
    assert [one.name for one in taker.rules.tree().in_order()] == ["Work"]
    assert all(one.match != Test(Field.APP, How.EQUALS, "code") for one in taker.rules.all())


def test_two_packs_that_overlap_are_taken_back_in_any_order(giver: Engine, taker: Engine, tmp_path: Path) -> None:
    fill(giver)
    packs = taker.packs
    first = packs.take(packs.preview(handed(giver, taker, PackKind.RULES, tmp_path)))
    body = '[[category]]\npath = ["Work"]\nweight = -2\n\n[[rule]]\ncategory = ["Work", "Code"]\n'
    body += 'match = { app = { equals = "vim" } }\n'
    second = packs.take(packs.preview(sealed(taker, tmp_path, "rules", body)))
    assert second.rows == 2
    kept = {one.name for one in packs.undo(first.id).kept}
    assert kept == {"Work", "Work > Code"}
    assert packs.undo(second.id).kept == ()
    assert [one.name for one in taker.rules.tree().in_order()] == ["Work", "Code"]
    assert taker.rules.all() == []


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
    with pytest.raises(PackError, match=said) as caught:
        taker.packs.read(file)
    assert caught.value.message.startswith("odd.kairos-pack: ")


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


def test_blocks_come_by_the_clock_and_go_with_the_plans_own_undo(taker: Engine, tmp_path: Path) -> None:
    body = '[[block]]\ntitle = "Review"\nkind = "shallow"\nstart = "16:30"\nminutes = 30\n'
    body += 'repeats = "FREQ=WEEKLY;BYDAY=FR"\n'
    pack = sealed(taker, tmp_path, "blocks", body)
    done = taker.packs.take(taker.packs.preview(pack))
    now_ms = taker.plan._now()
    (first, *_) = taker.plan.occurrences(now_ms, now_ms + 9 * 24 * MS_PER_HOUR)
    assert (first.interval.start_ms // MS_PER_HOUR) % 24 == 16
    assert (first.interval.start_ms // (24 * MS_PER_HOUR) + 3) % 7 == 4  # 1970 began on a Thursday
    assert taker.plan.undo() == "Took in “A pack”"
    assert taker.plan.occurrences(now_ms, now_ms + 9 * 24 * MS_PER_HOUR) == []
    assert taker.packs.undo(done.id).kept == ()


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


def test_a_skill_that_is_there_keeps_its_level_and_gets_what_is_missing(
    giver: Engine, taker: Engine, tmp_path: Path
) -> None:
    fill(giver)
    mine = taker.learning.skills.add(Skill("statistics", 2))
    pack = giver.packs.make(PackKind.LEARNING, name="A pack", levels=True)
    done = taker.packs.take(taker.packs.preview(pack))
    (standing,) = taker.learning.skills.standings()
    assert (standing.skill.id, standing.skill.name, standing.skill.weight) == (mine.id, "statistics", 5)
    assert standing.said is None
    assert standing.items == 2
    assert all(one.done_ms is None for one in taker.learning.skills.items())
    taker.packs.undo(done.id)
    assert taker.learning.skills.all() == [mine]


def test_a_reading_list_is_kept_as_a_skill_that_rests(giver: Engine, taker: Engine, tmp_path: Path) -> None:
    body = """
[[reading]]
title = "On Sampling"
doi = "https://doi.org/10.1000/Sampling.7"
minutes = 45

[[reading]]
title = "A page"
link = "https://pages.example/a"

[[reading]]
title = "Elsewhere"
link = "file:///home/ada/x.pdf"
"""
    preview = taker.packs.preview(sealed(taker, tmp_path, "reading", body))
    assert states(preview) == [("A pack", "new"), ("On Sampling", "new"), ("A page", "new"), ("Elsewhere", "refused")]
    taker.packs.take(preview)
    (kept,) = taker.learning.skills.all()
    assert (kept.name, kept.active) == ("A pack", False)
    assert [one.title for one in taker.learning.skills.items()] == [
        "On Sampling — doi:10.1000/sampling.7",
        "A page — https://pages.example/a",
    ]
    text = taker.packs.text(taker.packs.make(PackKind.READING, name="A pack"))
    assert 'doi = "10.1000/sampling.7"' in text
