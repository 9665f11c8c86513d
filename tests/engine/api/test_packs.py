"""Packs from one profile to another: what leaves, what a preview says, and back again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.packs_room import fill, handed, rows, sealed, states

from engine.api import Engine
from engine.domain.categories import Category, Facet
from engine.domain.clock import MS_PER_HOUR
from engine.domain.errors import UsageError
from engine.domain.learning import Skill
from engine.domain.packs import LineState, PackError, PackKind
from engine.domain.rules import Field, How, Rule, Test


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
