"""`kairos packs`: shown before it is written or taken in, and taken back."""

from __future__ import annotations

import pytest
from helpers.command_line import Commands


@pytest.fixture
def filled(kairos: Commands) -> Commands:
    assert kairos("share", "on").status == 0
    assert kairos("rules", "add", "--category", "Work > Code", "--app", "code", "--create").status == 0
    assert kairos("rules", "add", "--project", "Müller", "--title", "müller").status == 0
    return kairos


def test_a_pack_is_shown_word_for_word_before_it_is_written(filled: Commands) -> None:
    file = filled.folder / "ours.kairos-pack"
    shown = filled("packs", "export", "rules", "--file", str(file))
    assert shown.status == 0
    assert "   4 Müller: müller" in shown.out
    assert "add --yes" in shown.out
    assert not file.exists()
    written = filled("packs", "export", "rules", "--file", str(file), "--without", "4", "--yes")
    assert f"Written: {file}" in written.out
    text = file.read_text(encoding="utf-8")
    assert "Müller" not in text
    assert text in written.out
    assert 'name = "ours"' in text
    assert filled("packs", "export", "rules", "--without", "9").status == 1


def test_nothing_is_written_while_sharing_is_off(kairos: Commands) -> None:
    kairos("rules", "starter")
    refused = kairos("packs", "export", "rules", "--file", str(kairos.folder / "x.kairos-pack"), "--yes")
    assert refused.status == 1
    assert "kairos share on" in refused.err
    assert not (kairos.folder / "x.kairos-pack").exists()


def test_a_pack_is_looked_at_taken_in_listed_and_taken_back(filled: Commands) -> None:
    file = filled.folder / "team.kairos-pack"
    file.write_text(
        'format = 1\nkind = "learning"\nname = "First weeks"\n[[skill]]\nname = "SQL"\nweight = 4\n'
        '[[item]]\nskill = "SQL"\ntitle = "Course"\nkind = "course"\nlink = "https://learn.example/sql"\n',
        encoding="utf-8",
    )
    assert "not sealed" in filled("packs", "show", str(file)).err
    assert "Sealed: First weeks (learning)" in filled("packs", "seal", str(file)).out
    shown = filled("packs", "import", str(file))
    assert "   1 + SQL" in shown.out
    assert "2 new, 0 changed" in shown.out
    assert "Nothing was taken in" in shown.out
    taken = filled("packs", "import", str(file), "--yes", "--json").json()["taken"]
    assert (taken["name"], taken["changed"]) == ("First weeks", 2)
    assert "Course — https://learn.example/sql" in filled("learn", "items").out
    assert "2 there already" in filled("packs", "show", str(file)).out
    assert "First weeks (2 changes)" in filled("packs", "list").out
    assert "Taken back: First weeks" in filled("packs", "undo", str(taken["id"])).out
    assert "taken back already" in filled("packs", "undo", str(taken["id"])).err
    assert filled("packs", "list", "--json").json()[0]["taken_back"]
