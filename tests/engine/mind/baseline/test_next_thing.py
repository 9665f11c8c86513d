import numpy as np

from engine.mind.baseline.next_thing import NextRule, scores
from engine.mind.next.cases import cases_of
from engine.mind.next.switches import Switches


def first_of(rule: NextRule, things: list[int]) -> int:
    """What the rule names as next after all but the last."""
    many = len(things)
    start_s = 1_750_000_000.0 + 60.0 * np.arange(many, dtype=np.float64)
    nothing = np.zeros(many, np.int32)
    turns = Switches(start_s, start_s, nothing, np.array(things, np.int32), nothing == 1, nothing, nothing - 1)
    cases = cases_of(turns, many - 1)
    told = np.where(cases.there, scores(rule, cases.features), -np.inf)
    return int(cases.candidates[0, told[0].argmax()])


def test_each_rule_names_what_it_stands_for() -> None:
    # 3 came most often, 2 was there last, after 0 came 1 at first and lately 4.
    things = [*[3, 0, 1] * 3, *[3, 0, 4] * 3, 3, 2, 0, 9]
    assert first_of(NextRule.MOST_RECENT, things) == 2
    assert first_of(NextRule.MOST_FREQUENT, things) == 3
    assert first_of(NextRule.MARKOV_1, things) == 4
