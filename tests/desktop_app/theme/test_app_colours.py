from __future__ import annotations

from desktop_app.theme.app_colours import AppColours


def test_the_largest_six_differ_whatever_they_are_called() -> None:
    colours = AppColours()
    names = [f"program {place}" for place in range(6)]

    colours.remember(names)

    assert sorted(colours.slot(name) for name in names) == [0, 1, 2, 3, 4, 5]


def test_an_app_keeps_its_colour_when_others_overtake_it() -> None:
    colours = AppColours()
    colours.remember(["Firefox", "Terminal"])
    before = colours.slot("Firefox"), colours.slot("Terminal")

    colours.remember([f"new {place}" for place in range(40)])

    assert (colours.slot("Firefox"), colours.slot("Terminal")) == before


def test_the_same_names_get_the_same_colours_in_another_run() -> None:
    one, other = AppColours(), AppColours()
    names = [f"program {place}" for place in range(30)]

    assert [one.slot(name) for name in names] == [other.slot(name) for name in names]
    assert all(0 <= one.slot(name) < AppColours.SLOTS for name in names)


def test_names_from_broken_encodings_have_a_colour() -> None:
    assert 0 <= AppColours().slot("\ud800 broken") < AppColours.SLOTS
