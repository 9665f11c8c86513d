"""The free questions of the benchmark: those once understood stay so, and what cannot be told is not answered."""

from __future__ import annotations

from collections import Counter
from datetime import date

from benchmarks.free_questions import FOLDER, Free, judged, read

from engine.assistant.grammar import Grammar
from engine.assistant.heard import Doubtful
from engine.assistant.names import Named
from engine.assistant.reckoning import Reckoning
from engine.domain.answers import Answer, Outcome
from engine.domain.categories import Category, CategoryTree
from engine.domain.questions import Query
from engine.history.rules.pack_reading import read_pack
from engine.paths import resource

TODAY = date(2026, 11, 22)
APPS = {
    "code": "VS Code", "firefox": "Firefox", "thunderbird": "Thunderbird", "Slack": "Slack", "zoom": "Zoom",
    "obsidian": "Obsidian", "Spotify": "Spotify", "wechat": "WeChat", "libreoffice-writer": "LibreOffice Writer",
}  # fmt: skip
TITLES = ("youtube", "reddit", "harbour survey", "tender", "季度报告", "客户调研", "知乎", "哔哩哔哩")


def _grammar() -> Grammar:
    english, chinese = (
        read_pack(resource(f"rules/starter_{language}.toml").read_text(encoding="utf-8")).categories
        for language in ("en", "zh")
    )
    numbers = {one.path: number for number, one in enumerate(english, start=1)}
    tree = CategoryTree([Category(numbers[one.path], one.path[-1], numbers.get(one.path[:-1])) for one in english])
    twins = {one.path[-1]: other.path[-1] for one, other in zip(english, chinese, strict=True)}
    return Grammar.of(Named(tree, APPS, (), (), twins, lambda words: words in TITLES), Reckoning(TODAY))


def _told(grammar: Grammar, free: Free) -> Answer:
    query: Query | None = None
    for question in (*free.before, free.text):
        try:
            query = grammar.understand(question, query)
        except Doubtful:
            try:
                query = grammar.understand(grammar.mended(question), query)
            except Doubtful:
                return Answer(Outcome.REFUSED, "")
    return Answer(Outcome.ANSWERED, "", query=query)


def test_what_was_understood_stays_so() -> None:
    grammar = _grammar()
    asked = [free for path in sorted(FOLDER.glob("free_questions_*.txt")) for free in read(path)]
    assert len(asked) == 280
    fair = Counter(
        judged(_told(grammar, one), one.right, grammar.named.tree, TODAY) for one in asked if one.right != "NO"
    )
    unfair = Counter(
        judged(_told(grammar, one), one.right, grammar.named.tree, TODAY) for one in asked if one.right == "NO"
    )
    assert fair["right"] >= 213
    assert fair["wrong"] <= 7
    assert unfair["wrong"] <= 3
