"""How many distinct looks rules label in a second, beside the naive loop that tries every rule on every look.

Usage: python tests/benchmarks/rules_speed.py [RULES.json] [LOOKS]; RULES.json is a list of [path, regex] pairs.
Prints CPU seconds, looks per second and the ratio; leaves with 1 where fewer than 200,000 a second are labelled.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from engine.domain.categories import Category, CategoryTree, Facet  # noqa: E402
from engine.domain.look import Look  # noqa: E402
from engine.domain.rules import Any, Field, How, Rule, Test  # noqa: E402
from engine.history.rules.rule_set import RuleSet  # noqa: E402
from engine.history.sample_titles import Titles  # noqa: E402
from engine.history.sample_words import APPS  # noqa: E402

DEFAULT_RULES = Path("/work/shared/testbeds/rules30.json")
WANTED = 200_000


def pairs(path: Path) -> list[tuple[tuple[str, ...], str]]:
    if path.exists():
        return [(tuple(names), regex) for names, regex in json.loads(path.read_text(encoding="utf-8"))]
    return [(("Work", f"Kind {n}"), f"word{n}|thing {n}\\b") for n in range(30)]


def rule_set(rules: list[tuple[tuple[str, ...], str]]) -> RuleSet:
    ids: dict[tuple[str, ...], int] = {}
    categories: list[Category] = []
    for names, _ in rules:
        for depth in range(1, len(names) + 1):
            if names[:depth] not in ids:
                ids[names[:depth]] = len(ids) + 1
                categories.append(Category(len(ids), names[depth - 1], ids.get(names[: depth - 1])))
    made = [
        Rule(n, Facet.CATEGORY, ids[names], Any(tuple(_on(field, regex) for field in (Field.APP, Field.TITLE))))
        for n, (names, regex) in enumerate(rules, 1)
    ]
    return RuleSet(made, CategoryTree(categories))


def _on(field: Field, regex: str) -> Test:
    return Test(field, How.REGEX, regex, case=True)


def distinct_looks(count: int) -> list[Look]:
    dice = random.Random(7)
    titles = [(app.app, Titles(app, dice)) for app in APPS]
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        app, source = dice.choice(titles)
        found[app, f"{source.one(dice)} {dice.randint(1, 10**6)}"] = None
    return [Look(n, app, title) for n, (app, title) in enumerate(found, 1)]


def naive(rules: list[tuple[tuple[str, ...], str]], looks: list[Look]) -> list[tuple[str, ...] | None]:
    ready = [(names, re.compile(regex)) for names, regex in rules]
    labels: list[tuple[str, ...] | None] = []
    for look in looks:
        matched = [names for names, regex in ready if regex.search(look.app) or regex.search(look.title)]
        labels.append(max(reversed(matched), key=len) if matched else None)
    return labels


def timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main(arguments: list[str]) -> int:
    rules = pairs(Path(arguments[0]) if arguments else DEFAULT_RULES)
    looks = distinct_looks(int(arguments[1]) if len(arguments) > 1 else 120_000)
    ready = rule_set(rules)
    ours = min(timed(lambda: list(rule_set(rules).label_many(looks))) for _ in range(3))
    theirs = timed(lambda: naive(rules, looks))
    tree = ready_tree(rules)
    same = all(
        (tree.get(labels.category_id or 0) or None) == expected
        for (_, labels), expected in zip(ready.label_many(looks), naive(rules, looks), strict=True)
    )
    speed = len(looks) / ours
    print(f"{len(rules)} rules, {len(looks):,} distinct looks, answers {'agree' if same else 'DIFFER'}")
    print(f"compiled rules  {ours:.3f} CPU s  {speed:,.0f} looks/s")
    print(
        f"naive loop      {theirs:.3f} CPU s  {len(looks) / theirs:,.0f} looks/s  ({theirs / ours:.1f} times as long)"
    )
    return 0 if same and speed >= WANTED else 1


def ready_tree(rules: list[tuple[tuple[str, ...], str]]) -> dict[int, tuple[str, ...]]:
    """Return the path of each category by the number rule_set gives it."""
    ids: dict[tuple[str, ...], int] = {}
    for names, _ in rules:
        for depth in range(1, len(names) + 1):
            ids.setdefault(names[:depth], len(ids) + 1)
    return {number: names for names, number in ids.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
