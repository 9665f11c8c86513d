"""The head that proposes: read as it was written, the same as what the ways to ask teach, silent where it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.domain.intents import NAME, NONE, TIME
from engine.mind.questions.features import WIDTH, features
from engine.mind.questions.learn import learned_head, write_head
from engine.mind.questions.paraphrases import FILE as WAYS
from engine.mind.questions.paraphrases import Way, read_ways
from engine.mind.questions.proposer import FILE, read_head
from engine.paths import resource


def test_what_is_shipped_knows_every_intent_of_the_ways_to_ask() -> None:
    head = read_head(resource(FILE))
    assert head is not None
    assert set(head.intents) == {way.intent for way in read_ways(resource(WAYS))}


@pytest.mark.parametrize(
    ("masked", "intent"),
    [
        (f"which program ate up my hours {TIME}?", "rank_app"),
        (f"when did you see me wrap up {TIME}", "last"),
        (f"{TIME}我几点收工的呀", "last"),
        (f"{TIME}点开了{NAME}几回", "opened"),
        ("tell me another joke please", NONE),
    ],
)
def test_the_likeliest_comes_first(masked: str, intent: str) -> None:
    head = read_head(resource(FILE))
    assert head is not None
    told = head(masked)
    assert told[0].intent == intent
    assert [one.confidence for one in told] == sorted((one.confidence for one in told), reverse=True)
    assert sum(one.confidence for one in told) <= 1
    assert head(" ?!") == []


def test_a_head_is_learned_and_read_as_it_was_written(tmp_path: Path) -> None:
    ways = [Way("deep", f"how deep was {TIME}"), Way("last", f"when did {TIME} end"), Way("last", f"{TIME}几点结束")]
    head = learned_head(ways)
    assert [head(way.text)[0].intent for way in ways] == ["deep", "last", "last"]
    write_head(head, tmp_path / "head.safetensors")
    again = read_head(tmp_path / "head.safetensors", digest=None)
    assert again is not None
    assert again(ways[0].text) == head(ways[0].text)
    assert len(again.weights) == WIDTH * 2


@pytest.mark.parametrize("content", [b"", b"\xff" * 40, b"\x02\x00\x00\x00\x00\x00\x00\x00{}"])
def test_a_damaged_head_proposes_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "head").write_bytes(content)
    assert read_head(tmp_path / "head", digest=None) is None
    assert read_head(tmp_path / "none") is None


def test_another_head_than_the_published_one_is_not_used(tmp_path: Path) -> None:
    other = bytearray(resource(FILE).read_bytes())
    other[-1] ^= 1
    (tmp_path / "head").write_bytes(other)
    assert read_head(tmp_path / "head") is None
    assert read_head(tmp_path / "head", digest=None) is not None


def test_a_question_has_length_one() -> None:
    assert sum(value**2 for value in features("How long did I work?").values()) == pytest.approx(1.0)
    assert features("") == {}
