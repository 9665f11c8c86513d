"""What is read of rounds and updates, and what is refused: each bad file by its own sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.domain.model_status import Head
from engine.domain.together import CLIP, FILE_NOISE, HEADS, TogetherFileError, TogetherRound, TogetherUpdate
from engine.sharing.together.files import fresh_name, read_round, read_update, round_file, update_file, with_digest
from engine.sharing.together.merging import merged

BEGUN = with_digest(TogetherRound(fresh_name(), "Our office", 1, HEADS, (0, 0, 0, 0), 0, 5))


def update(numbers: tuple[int, ...] = (CLIP, 0, -5, 7), **changed: Any) -> TogetherUpdate:
    told = {"federation": BEGUN.federation, "round": 1, "of": BEGUN.digest, "token": fresh_name()}
    return TogetherUpdate(**{**told, **changed}, numbers=numbers, noise=FILE_NOISE)


def test_files_read_back() -> None:
    assert read_round(round_file(BEGUN)) == BEGUN
    one = update()
    again = read_update(update_file(one))
    assert (again.numbers, again.token, again.of) == (one.numbers, one.token, BEGUN.digest)
    assert set(json.loads(update_file(one))) == {
        "kairos", "version", "federation", "round", "of", "token", "numbers", "noise_in_clips", "sha256"
    }  # fmt: skip


def sealed(told: dict[str, Any]) -> bytes:
    """The file with a digest that fits, as somebody who knows how it is made would write it."""
    from engine.sharing.together.files import _file

    told.pop("sha256")
    return _file(told)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"numbers": [1, 2, 3]}, "no update of Kairos holds"),
        ({"numbers": [float("nan"), 0, 0, 0]}, "no update of Kairos holds"),
        ({"numbers": [1.5, 0, 0, 0]}, "no update of Kairos holds"),
        ({"numbers": [True, 0, 0, 0]}, "no update of Kairos holds"),
        ({"numbers": [100 * CLIP, 0, 0, 0]}, "no update of Kairos holds"),
        ({"token": "../../x"}, "no update of Kairos holds"),
        ({"round": 0}, "no update of Kairos holds"),
        ({"noise_in_clips": 0.01}, "other noise"),
        ({"version": 2}, "another version"),
        ({"kairos": "shared week"}, "no file of learning together"),
    ],
)
def test_what_no_kairos_writes_is_refused(change: dict[str, Any], says: str) -> None:
    told = {**json.loads(update_file(update())), **change}
    with pytest.raises(TogetherFileError, match=says):
        read_update(sealed(told))


def test_altered_cut_off_and_large_files_are_refused() -> None:
    whole = update_file(update())
    with pytest.raises(TogetherFileError, match="changed since"):
        read_update(whole.replace(b'"round": 1', b'"round": 2'))
    with pytest.raises(TogetherFileError, match="cut off"):
        read_update(whole[: len(whole) // 2])
    with pytest.raises(TogetherFileError, match="too large"):
        read_update(whole + b" " * (1 << 17))
    with pytest.raises(TogetherFileError, match="file of a round, not"):
        read_update(round_file(BEGUN))
    with pytest.raises(TogetherFileError, match="an update, not"):
        read_round(whole)
    with pytest.raises(TogetherFileError):
        read_update(b"[" * 60_000)


def test_five_updates_make_the_next_round_and_bad_ones_none() -> None:
    five = [update((CLIP, -CLIP // 2, 0, 0)) for _ in range(5)]
    # All ask for the same, beyond what noise makes of it: most of it is believed.
    loud = merged(BEGUN, five * 1)
    assert loud.round == 2
    assert loud.people == 5
    assert 0 <= loud.numbers[0] <= CLIP
    assert loud.numbers[2:] == (0, 0)
    with pytest.raises(TogetherFileError, match="of 4 people; this round needs 5"):
        merged(BEGUN, five[:4])
    with pytest.raises(TogetherFileError, match="same update"):
        merged(BEGUN, [*five, five[0]])
    with pytest.raises(TogetherFileError, match="File 6 is of round 3"):
        merged(BEGUN, [*five, update(round=3)])
    with pytest.raises(TogetherFileError, match="File 6 belongs to other people"):
        merged(BEGUN, [*five, update(federation=fresh_name())])
    with pytest.raises(TogetherFileError, match="another file of round 1"):
        merged(BEGUN, [*five, update(of="0" * 64)])


def test_a_round_of_other_heads_or_grid_is_refused() -> None:
    told = json.loads(round_file(BEGUN))
    with pytest.raises(TogetherFileError, match="another kind"):
        read_round(sealed({**told, "heads": [Head.FOCUS.value]}))
    with pytest.raises(TogetherFileError, match="another kind"):
        read_round(sealed({**told, "longest_update": 10 * CLIP}))
    with pytest.raises(TogetherFileError, match="none of Kairos"):
        read_round(sealed({**told, "least_people": 1}))


@pytest.mark.parametrize("key", ["name", "more"])
def test_half_a_letter_is_told(key: str) -> None:
    told = {**json.loads(round_file(BEGUN)), key: "\ud800"}
    with pytest.raises(TogetherFileError, match="cut off"):
        read_round(json.dumps(told).encode())
