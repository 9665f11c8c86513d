"""What a profile made in the keyring is noted, and nothing else counts."""

from __future__ import annotations

from pathlib import Path

from engine.keys.made_entries import MadeEntries


def test_entries_are_noted_before_they_are_made_and_dropped_after_they_went(tmp_path: Path) -> None:
    made = MadeEntries(tmp_path / "keys.made")
    assert made.all() == ()
    one, other = made.new(), made.new()
    assert set(made.all()) == {one, other}
    made.note((one, "0" * 32))
    made.drop(other)
    assert set(made.all()) == {one, "0" * 32}
    made.path.write_text(f"{one}\nnonsense\n{'0' * 33}\n../etc\n")
    assert made.all() == (one,)


def test_where_nothing_can_be_written_entries_are_made_all_the_same(tmp_path: Path) -> None:
    made = MadeEntries(tmp_path / "nowhere" / "keys.made")
    assert len(made.new()) == 32
    assert made.all() == ()
