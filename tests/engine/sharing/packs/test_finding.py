"""Documents of a pack among one's own: by what they hold or are called, and none where that means several."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from engine.domain.packs import PackMaterial
from engine.sharing.packs.alike import look_alike
from engine.sharing.packs.finding import Finder
from engine.sharing.packs.own_words import names_a_place

DIGEST = "0f" * 16
NAMES = (
    (1, "/home/a/Reading/On Sampling.pdf", ""),
    (2, "/home/a/Reading/10.1000_xyz.7.pdf", ""),
    (3, "/home/a/one/paper-final.pdf", "Drawing 978-0-262-03384-8"),
    (4, "/home/a/one/draft-two.pdf", ""),
    (5, "/home/a/two/draft-two.pdf", ""),
    (6, "/home/a/two/a.pdf", ""),
)


def holding(digests: Iterable[str]) -> dict[str, int]:
    return {one: 4 for one in digests if one == DIGEST}


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (PackMaterial("x", file="ON sampling.PDF"), 1),
        (PackMaterial("x", link="https://papers.example/a/On%20Sampling.pdf?v=2"), 1),
        (PackMaterial("x", doi="10.1000/xyz.7"), 2),
        (PackMaterial("x", isbn="9780262033848"), 3),
        (PackMaterial("x", file="draft-two.pdf"), 0),
        (PackMaterial("x", file="draft-two.pdf", digest=DIGEST), 4),
        (PackMaterial("x", file="a.pdf"), 0),
        (PackMaterial("On Sampling"), 0),
    ],
)
def test_a_document_is_found_by_what_tells_it(wanted: PackMaterial, number: int) -> None:
    assert Finder(lambda: NAMES, holding).find([wanted]).get(wanted, 0) == number


def test_names_that_an_eye_cannot_tell_apart() -> None:
    assert look_alike("W\u043erk", ["Work"]) == "Work"
    assert look_alike("Ｗork", ["Work"]) == "Work"
    assert not look_alike("work", ["Work"])
    assert not look_alike("Walk", ["Work"])


@pytest.mark.parametrize(
    "text",
    ["~/notes", "/home/ada/x", "C:\\Users\\ada", "see /Users/ada/x", "file:///x", "\\\\server\\share", "(/mnt/disk"],
)
def test_a_place_on_a_machine_is_known(text: str) -> None:
    assert names_a_place(text)


@pytest.mark.parametrize(
    "text", ["github.com/home/ada", "TCP/IP", "a/b", "https://x.example/home/a", "either/or: both"]
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert not names_a_place(text)
