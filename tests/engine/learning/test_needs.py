"""Needs are words of titles with time behind them that no skill covers."""

from __future__ import annotations

import pytest

from engine.domain.learning import SeenTitle
from engine.learning.needs import needs_of, searched_words

READ = [
    SeenTitle("Bayesian statistics, an introduction", 50),
    SeenTitle("Notes on Bayesian priors", 40),
    SeenTitle("Annual report final version", 500),
    SeenTitle("Annual report draft", 500),
    SeenTitle("Rust ownership", 90),
    SeenTitle("Rust lifetimes", 90),
]


def test_words_with_time_and_several_titles() -> None:
    found = needs_of(READ, [])
    assert [(one.word, one.minutes) for one in found] == [("rust", 180), ("bayesian", 90)]
    assert found[1].titles == ("Bayesian statistics, an introduction", "Notes on Bayesian priors")


def test_what_a_skill_covers_is_no_need() -> None:
    assert [one.word for one in needs_of(READ, ["RUST programming"])] == ["bayesian"]


def test_searches_count_as_more_than_their_moment() -> None:
    searches = [SeenTitle(f"kubernetes {what}", 0.5, searched=True) for what in ("ingress", "volumes", "probes")]
    assert [(one.word, one.minutes, one.searches) for one in needs_of(searches, [])] == [("kubernetes", 1.5, 3)]
    read = SeenTitle("Kubernetes handbook", 8)
    assert [(one.minutes, one.searches) for one in needs_of([*searches, read], [])] == [(9.5, 3)]


def test_little_is_no_need() -> None:
    assert needs_of([SeenTitle("Bayesian a", 20), SeenTitle("Bayesian b", 5)], []) == ()
    assert needs_of([SeenTitle("Bayesian statistics", 500)], []) == ()
    assert needs_of([], []) == ()


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("rust lifetimes - Google Search — Mozilla Firefox", "rust lifetimes"),
        ("kubernetes at DuckDuckGo", "kubernetes"),
        ("生命周期_百度搜索", "生命周期"),
        ("bayes theorem - Search - Bing", "bayes theorem"),
        ("Climbing for beginners", ""),
        ("", ""),
    ],
)
def test_what_was_searched_for(title: str, words: str) -> None:
    assert searched_words(title) == words
