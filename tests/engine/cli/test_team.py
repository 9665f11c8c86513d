"""`kairos team`: learning together by files, and what is said without the extra."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from helpers.command_line import Commands

from engine.bootstrap import build_engine
from engine.domain.together import CLIP, FILE_NOISE
from engine.paths import ProfilePaths
from engine.sharing.together.files import fresh_name, read_round, read_update, update_file


@pytest.fixture
def willing(kairos: Commands) -> Commands:
    """Commands on a profile with sharing turned on and two weeks of made-up history."""
    engine = build_engine(ProfilePaths(kairos.folder))
    engine.demo.fill(14, 3_001)
    settings = engine.preferences.load()
    engine.preferences.change(replace(settings, sharing=replace(settings.sharing, on=True)))
    engine.close()
    return kairos


def test_a_round_by_files_from_begin_to_adopt(willing: Commands) -> None:
    first, mine, after = (willing.folder / name for name in ("round.json", "mine.json", "next.json"))
    assert willing("team", "begin", "Our office", "--out", str(first)).status == 0
    assert "Our office" in willing("team", "join", str(first)).out
    made = willing("team", "update", "--round", str(first), "--out", str(mine))
    assert made.status == 0, made.err
    assert "Epsilon spent: 2.98 of 8.00" in made.out
    assert f"{mine.stat().st_size} bytes" in made.out
    update = read_update(mine.read_bytes())
    begun = read_round(first.read_bytes())
    files = [str(mine)]
    for number in range(4):
        told = replace(update, token=fresh_name(), numbers=(CLIP, number, 0, 0), noise=FILE_NOISE)
        (willing.folder / f"u{number}").write_bytes(update_file(told))
        files.append(str(willing.folder / f"u{number}"))
    few = willing("team", "merge", *files[:4], "--round", str(first), "--out", str(after))
    assert (few.status, after.exists()) == (1, False)
    assert "needs 5" in few.err
    assert willing("team", "merge", *files, "--round", str(first), "--out", str(after)).status == 0
    assert read_round(after.read_bytes()).round == begun.round + 1
    adopted = willing("team", "adopt", str(after), "--json")
    assert [one["head"] for one in json.loads(adopted.out)["judged"]] == ["next_app"]  # no documents are known
    status = json.loads(willing("team", "status", "--json").out)
    assert status["used"] == json.loads(adopted.out)["used"]
    assert status["rounds"] == [1]
    taken = willing("team", "adopt", "--take-back").out
    assert ("Taken back" in taken) == bool(status["used"])
    assert "You left" in willing("team", "leave").out
    assert willing("team", "update", "--round", str(first), "--out", str(mine)).status == 1


def test_it_is_off_and_says_what_is_missing(kairos: Commands) -> None:
    refused = kairos("team", "begin", "Our office", "--out", str(kairos.folder / "round.json"))
    assert refused.status == 1
    assert "kairos share on" in refused.err
    assert "You take part in nothing" in kairos("team", "status").out
    no = kairos("team", "train", "--server", "127.0.0.1:9092")
    assert "kairos team join" in no.err
    far = kairos("team", "train", "--server", "8.8.8.8:9092")
    assert "--any-address" in far.err
    named = kairos("team", "train", "--server", "office.example:9092")
    assert "not looked up" in named.err
    assert "no such file" in kairos("team", "join", str(kairos.folder / "none")).err


def test_without_the_extra_a_server_needs_it(kairos: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.sharing.together.process.find_spec", lambda _: None)
    kairos("share", "on")
    first = kairos.folder / "round.json"
    kairos("team", "begin", "Our office", "--out", str(first))
    kairos("team", "join", str(first))
    told = kairos("team", "train", "--server", "127.0.0.1:9092")
    assert told.status == 1
    assert 'pip install "kairos-desktop[team]"' in told.err
