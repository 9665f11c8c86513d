"""What a few typed letters find, in English and in Chinese."""

from __future__ import annotations

import pytest

from desktop_app.actions.matching import best_first, fit

THINGS = (
    "What is new in Kairos?",
    "Zoom in",
    "Zoom out",
    "Show today in the plan",
    "Add a rule",
    "Export the report",
    "添加规则",
    "导出报告",
)


def _found(typed: str) -> list[str]:
    return best_first(typed, THINGS, lambda thing: (thing,))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zoom", ["Zoom in", "Zoom out"]),
        ("OUT zo", ["Zoom out"]),
        ("rul", ["Add a rule"]),
        ("port", ["Export the report"]),
        ("exrp", ["Export the report"]),
        ("规则", ["添加规则"]),
        ("报告", ["导出报告"]),
        ("what's new", ["What is new in Kairos?"]),
        ("what’s new", ["What is new in Kairos?"]),
        ("nothing such", []),
        ("zq", []),
    ],
)
def test_words_in_any_order_parts_of_words_and_letters_left_out(typed: str, found: list[str]) -> None:
    assert _found(typed) == found


def test_nothing_typed_finds_all_in_their_order() -> None:
    assert _found("  ") == list(THINGS)


def test_the_start_of_a_word_comes_before_its_middle_and_that_before_scattered_letters() -> None:
    texts = ("a real trap", "extra pale", "pale")
    assert best_first("pale", texts, lambda text: (text,)) == ["pale", "extra pale"]
    assert best_first("tra", texts, lambda text: (text,)) == ["a real trap", "extra pale"]
    assert [fit("rap", text) for text in texts] == [1, 2, None]


def test_every_word_must_fit_one_of_the_names_and_the_title_counts_most() -> None:
    names = {"Zoom in": ("Zoom in", "Timeline"), "Timeline: show a day": ("Timeline: show a day", "Timeline")}
    assert best_first("timeline zoom", names, names.__getitem__) == ["Zoom in"]
    assert best_first("timeline", names, names.__getitem__)[0] == "Timeline: show a day"


def test_letters_inside_a_word_are_found_past_an_earlier_place_inside_another() -> None:
    assert fit("day", "today is a day") == 0


def test_scattered_letters_count_only_where_nothing_clearer_is_found() -> None:
    texts = ("Add a goal", "Import a calendar once; go along")
    assert best_first("goal", texts, lambda text: (text,)) == ["Add a goal"]
    assert best_first("goaln", texts, lambda text: (text,)) == ["Import a calendar once; go along"]


def test_among_equals_their_own_order_counts_and_not_how_long_their_titles_are() -> None:
    pauses = ["暂停 15 分钟", "暂停到明天", "今天"]
    assert best_first("暂停", pauses, lambda title: (title,)) == pauses[:2]
    assert best_first("pause", ["Pause until tomorrow", "Pause"], lambda title: (title,))[0] == "Pause"
