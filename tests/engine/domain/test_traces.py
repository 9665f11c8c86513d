"""What went wrong is told by places and kinds alone."""

from __future__ import annotations

from engine.domain.traces import wordless


def _caught(act: object) -> BaseException:
    try:
        act()  # type: ignore[operator]
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError


def test_places_and_kinds_of_every_error_are_told_and_no_words() -> None:
    word = "zana" + "horia"

    def fails() -> None:
        try:
            raise KeyError(word)
        except KeyError as cause:
            raise ValueError(word) from cause

    told = wordless(_caught(fails))
    assert word not in told
    assert told.index("KeyError") < told.index("ValueError")
    assert told.count("in fails") == 2


def test_an_error_that_is_behind_itself_is_told_once() -> None:
    error = ValueError("x")
    error.__context__ = error
    assert wordless(error) == "ValueError"
    assert wordless(None) == ""
