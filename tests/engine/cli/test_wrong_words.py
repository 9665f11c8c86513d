"""Words on the command line that are no numbers, or numbers too large."""

from __future__ import annotations

import pytest
from helpers.command_line import Commands

from engine.cli.wrong_words import in_plain_words


@pytest.mark.parametrize(
    ("message", "plainly"),
    [
        ("'abc' is not a valid int.", "'abc' is not a whole number."),
        ("'abc' is not a valid integer.", "'abc' is not a whole number."),
        ("'abc' is not a valid float.", "'abc' is not a number."),
        ("9 is not in the range 1<=x<=5.", "9 is not from 1 to 5."),
        ("-1 is not in the range x>=0.", "-1 is less than 0."),
        ("9 is not in the range x<=5.", "9 is more than 5."),
        ("'x' is not one of 'a', 'b'.", "'x' is not one of 'a', 'b'."),
    ],
)
def test_what_is_wrong_is_said_plainly(message: str, plainly: str) -> None:
    assert in_plain_words(message) == plainly


def test_commands_of_groups_say_it_so(kairos: Commands) -> None:
    answer = kairos("rules", "remove", "abc")
    assert answer.status == 2
    assert "'abc' is not a whole number." in answer.err
    assert "is not from 1 to 5." in kairos("learn", "add", "Statistics", "--weight", "9").err
