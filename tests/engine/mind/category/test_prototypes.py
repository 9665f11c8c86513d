"""The category of what no rule knows: told by the nearest examples, or not at all."""

from __future__ import annotations

import numpy as np
import pytest
from helpers.small_encoder import SmallEncoder

from engine.domain.labelling import Seen, Unknown
from engine.domain.look import Look
from engine.domain.rules import Field, How, Test
from engine.mind.category.groups import suggested
from engine.mind.category.kinship import kinship, text_of
from engine.mind.category.prototypes import Example, Prototypes, learned, left_out

CARS, CATS, MONEY = 1, 2, 3
EXAMPLES = [
    Example(Look(number, app, title), category)
    for number, (app, title, category) in enumerate(
        [
            ("viewer", "car one", CARS),
            ("editor", "the automobile two", CARS),
            ("mail", "vehicle three", CARS),
            ("viewer", "kitten four", CATS),
            ("editor", "a feline five", CATS),
            ("mail", "cat six", CATS),
            ("viewer", "budget seven", MONEY),
            ("editor", "spending eight", MONEY),
            ("mail", "cost of nine", MONEY),
        ],
        start=1,
    )
]


def _vectors(*looks: Look) -> dict[str, np.ndarray]:
    texts = [text_of(look) for look in looks]
    return dict(zip(texts, SmallEncoder().encode(texts), strict=True)) if texts else {}


def _taught(examples: list[Example] | None = None) -> Prototypes:
    ones = EXAMPLES if examples is None else examples
    return learned(ones, _vectors(*(one.look for one in ones)))


def test_looks_are_near_by_meaning_by_words_and_by_app() -> None:
    car, same_app = Look(1, "viewer", "car one"), Look(2, "viewer", "xyz")
    meaning, words, nothing = Look(3, "b", "automobile"), Look(4, "b", "one"), Look(5, "b", "qqq")
    vectors = _vectors(car, meaning)
    near = kinship([car], [car, same_app, meaning, words, nothing], vectors)[0]
    assert near[0] == pytest.approx(1.0)
    assert near[4] == 0.0
    assert min(near[1:4]) > 0.05
    assert kinship([nothing], [car], {})[0, 0] == 0.0
    assert kinship([Look(1, "", "", "github.com/x")], [Look(2, "", "", "github.com/y")], {})[0, 0] > 0
    assert kinship([], [car], vectors).shape == (0, 1)


def test_an_unseen_title_is_placed_by_its_meaning() -> None:
    taught = _taught()
    looks = [Look(90, "browser", "driving lessons"), Look(91, "browser", "money matters")]
    found = taught.guesses(looks, _vectors(*looks))
    assert [guess.category for guess in found] == [CARS, MONEY]
    assert [taught.examples[guess.nearest].category for guess in found] == [CARS, MONEY]
    assert all(taught.sure(guess) for guess in found)


def test_it_keeps_silent_about_what_is_like_nothing_it_knows() -> None:
    taught = _taught()
    look = Look(90, "terminal", "zzz")
    (guess,) = taught.guesses([look], _vectors(look))
    assert not taught.sure(guess)


def test_the_threshold_lets_nine_of_ten_be_right() -> None:
    mixed = [*EXAMPLES, Example(Look(50, "x", "car ten"), CATS), Example(Look(51, "x", "car eleven"), MONEY)]
    taught = _taught(mixed)
    guesses = left_out(mixed, taught.vectors)
    assert taught.threshold is not None
    said = [
        guess.category == one.category for guess, one in zip(guesses, mixed, strict=True)
        if guess.confidence >= taught.threshold
    ]  # fmt: skip
    assert len(said) >= 3
    assert sum(said) >= 0.9 * len(said)
    assert guesses[-1].category != MONEY


def test_of_too_few_or_contradicting_examples_nothing_is_concluded() -> None:
    assert _taught([]).guesses([Look(1, "a", "b")], {}) == []
    assert _taught(EXAMPLES[:2]).threshold is None
    shuffled = [Example(one.look, 1 + at % 3) for at, one in enumerate(EXAMPLES)]
    assert _taught(shuffled).threshold is None


def test_rules_do_not_prove_themselves() -> None:
    by_rules = [Example(Look(at, "editor", f"file {at}"), CARS, said=False) for at in range(1, 6)]
    by_rules += [Example(Look(at, "game", f"level {at}"), CATS, said=False) for at in range(6, 11)]
    assert learned(by_rules, {}).threshold is None


def _group(name: str, *looks: tuple[Look, int]) -> Unknown:
    seen = tuple(Seen(look, ms) for look, ms in looks)
    return Unknown(Test(Field.APP, How.EQUALS, name), name, seen, sum(ms for _, ms in looks))


def test_groups_are_told_where_their_looks_agree() -> None:
    cars = [Look(90, "browser", "driving lessons"), Look(91, "browser", "vehicle tax")]
    cats = Look(92, "browser", "feline diet")
    agreed = _group("agreed", (cars[0], 50), (cars[1], 60))
    split = _group("split", (cars[0], 50), (cats, 60))
    mostly = _group("mostly", (cars[0], 500), (cats, 60))
    unknown = _group("unknown", (Look(93, "terminal", "zzz"), 900))
    found = suggested([agreed, split, mostly, unknown], _taught(), _vectors(*cars, cats))
    assert [(one.unknown.name, one.category_id) for one in found] == [("mostly", CARS), ("agreed", CARS)]
    assert found[0].like in [one.look for one in EXAMPLES[:3]]


def test_what_the_person_said_of_a_whole_group_needs_no_other_example() -> None:
    one, other = Look(7, "ledger", "page 1"), Look(8, "ledger", "page 2")
    taught = learned([Example(one, MONEY), Example(other, MONEY)], {})
    assert taught.threshold is None
    (found,) = suggested([_group("ledger", (one, 5), (other, 5))], taught, {})
    assert (found.category_id, found.confidence) == (MONEY, 1.0)
    assert suggested([_group("new", (Look(9, "other", "page 3"), 5))], taught, {}) == []
