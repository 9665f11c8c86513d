"""Topics: those that texts were made of are found; Chinese is cut into its words; little says nothing."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from helpers.simulated import simulated

from engine.insights.topics.coherence import npmi, stability
from engine.insights.topics.counts import table_of
from engine.insights.topics.found import _joined, find_topics
from engine.insights.topics.han import cut, learned_words
from engine.insights.topics.models import best_topics
from engine.insights.topics.texts import Text, without_sites, words_of
from engine.mind.stream.build import EMPTY

ABOUT = (
    "tides quay sonar harbour mooring silt dredging depth",
    "invoice budget tax ledger refund payroll audit margin",
    "violin sonata quartet tempo chord rehearsal score cello",
    "预算 销售额 利润率 现金流 成本控制 季度报告",
)


def made_up(seed: int = 1) -> list[list[str]]:
    dice = np.random.default_rng(seed)
    return [dice.choice(about.split(), 5, replace=False).tolist() for about in ABOUT for _ in range(30)]


def test_the_topics_texts_were_made_of_are_found() -> None:
    table = table_of(made_up())
    assert table is not None
    model = best_topics(table)
    assert model is not None
    assert model.npmi > 0
    groups = [set(about.split()) for about in ABOUT]
    for group in groups:
        assert any(len(set(top[:4]) & group) == 4 for top in model.words), model.words
    parts = model.parts([["tides", "quay"], ["violin", "cello"], ["nowhere"]])
    assert parts[0] @ parts[1] < 0.1
    assert parts[:2].sum(axis=1) == pytest.approx(1.0)
    assert not parts[2].any()


def test_words_of_topics_meet_more_often_than_those_of_a_mixture() -> None:
    table = table_of(made_up())
    assert table is not None
    places = {name: at for at, name in enumerate(table.names)}
    pure = [np.array([places[word] for word in about.split()[:5]]) for about in ABOUT]
    mixed = [np.concatenate([one[:2], other[:3]]) for one, other in pairwise(pure)]
    assert npmi(pure, table.held) > 0 > npmi(mixed, table.held)
    assert stability([pure, pure[::-1]]) == 1.0
    assert stability([pure, mixed]) < 0.6


def test_chinese_is_cut_into_words_the_texts_have() -> None:
    ends = ("草稿", "总结", "清单", "计划", "问题")
    texts = [f"{one}{end}" for one in ("季度报告", "客户调研", "差旅费用", "数据分析") for end in ends]
    words = learned_words(texts)
    assert cut("季度报告清单", words) == ["季度报告", "清单"]
    assert cut("客户调研", words) == ["客户调研"]
    assert cut("猫", words) == ["猫"]
    assert cut("", words) == []


def test_what_an_app_writes_in_all_its_titles_is_no_word_of_theirs() -> None:
    titles = [
        Text(f"{one} notes - Mozilla Firefox", "firefox", f"{one} notes - Mozilla Firefox") for one in ABOUT[0].split()
    ]
    words = words_of([*titles, Text("a", "", "about Firefox 42 and the tides of 2026")])
    assert words[0] == ["tides"]
    assert words[-1] == ["firefox", "tides"]


def test_a_history_s_topics_come_with_titles_days_and_months() -> None:
    found = find_topics(simulated(1, 45).stream, [Text("Tides", "", "tides and quay walls")])
    assert found.topics
    assert sum(one.share for one in found.topics) == pytest.approx(1.0, abs=0.05)
    assert [one.share for one in found.topics] == sorted((one.share for one in found.topics), reverse=True)
    for one in found.topics:
        assert len(one.months) >= 2
        assert all(0 <= share <= 1 for _, share in one.months)
        assert list(one.minutes) == sorted(one.minutes, reverse=True), "the days with the most of it come first"
        assert len(one.minutes) == len(one.days)


def test_little_or_no_history_says_nothing() -> None:
    assert find_topics(EMPTY, ()).topics == ()
    stream = simulated(1, 45).stream
    one_day = stream.rows(stream.day == stream.day[-1])
    assert find_topics(one_day, ()).topics == ()


def test_the_site_a_page_is_on_is_no_word_of_it() -> None:
    titles = [f"{one} explained - The Daily Courant — Firefox" for one in ABOUT[0].split()]
    titles += ["Firefox", "tides - only here — Firefox"]
    told = without_sites(titles)
    assert told[0] == "tides explained"
    assert told[-2:] == ["Firefox", "tides only here"]


def test_odd_titles_make_no_odd_topics() -> None:
    long = "x" * 500
    assert words_of([Text("a", "", f"{long} tides")]) == [["tides"]]
    names, parts = _joined(
        [("a", "b", "c"), ("d", "e", "f"), ("b", "a", "c")], np.array([[0.5, 0.2, 0.3], [0.1, 0.9, 0.0]])
    )
    assert names == [("d", "e", "f"), ("a", "b", "c")]
    assert parts == pytest.approx(np.array([[0.2, 0.8], [0.9, 0.1]]))
