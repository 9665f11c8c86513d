"""What rules cost: distinct looks labelled in a second beside the naive loop, and an edit that touches 1 % of them.

python tests/benchmarks/rules_speed.py [--rules FILE] [--looks N] [--edit DATABASE]
FILE is a JSON list of [path, regex] pairs; without it 30 are made up. DATABASE is a filled database of Kairos, of which
a copy is edited. Leaves with 1 where rules and naive loop disagree, or the totals after the edit are wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.bootstrap import build_engine  # noqa: E402
from engine.domain.categories import Category, CategoryTree, Facet  # noqa: E402
from engine.domain.look import Look  # noqa: E402
from engine.domain.rule_pack import Pack, PackRule  # noqa: E402
from engine.domain.rules import Any, Expression, Field, How, Rule, Test  # noqa: E402
from engine.domain.totals import Key  # noqa: E402
from engine.history.rules.rule_set import RuleSet  # noqa: E402
from engine.history.sample_titles import Titles  # noqa: E402
from engine.history.sample_words import APPS  # noqa: E402
from engine.paths import ProfilePaths  # noqa: E402
from engine.storage.database import Database  # noqa: E402
from engine.storage.totals import TotalStore  # noqa: E402

Pairs = list[tuple[tuple[str, ...], str]]
_TAG = "edited"
_FOREVER_MS = 4_102_444_800_000  # the year 2100


def main() -> int:
    """Measure, print, and say whether all answers were right."""
    options = _options()
    rules = _pairs(options.rules)
    right = _label(rules, _distinct_looks(options.looks))
    return 0 if (options.edit is None or _edit(rules, options.edit)) and right else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=Path)
    parser.add_argument("--looks", type=int, default=120_000)
    parser.add_argument("--edit", type=Path)
    return parser.parse_args()


def _pairs(path: Path | None) -> Pairs:
    if path is not None:
        return [(tuple(names), regex) for names, regex in json.loads(path.read_text(encoding="utf-8"))]
    return [(("Work", f"Kind {n}"), f"draft {n}\\b|Thing {n}") for n in range(30)]


def _match(regex: str) -> Expression:
    return Any(tuple(Test(field, How.REGEX, regex, case=True) for field in (Field.APP, Field.TITLE)))


def _label(pairs: Pairs, looks: list[Look]) -> bool:
    ids = _numbers(pairs)
    tree = CategoryTree(Category(number, names[-1], ids.get(names[:-1])) for names, number in ids.items())
    rules = [Rule(n, Facet.CATEGORY, ids[names], _match(regex)) for n, (names, regex) in enumerate(pairs, 1)]
    ours_s = min(_timed(lambda: list(RuleSet(rules, tree).label_many(looks))) for _ in range(3))
    naive_s = _timed(lambda: _naive(pairs, looks))
    labels = [tree.path(found.category_id or 0) for _, found in RuleSet(rules, tree).label_many(looks)]
    same = labels == _naive(pairs, looks)
    show(
        f"{len(pairs)} rules over {len(looks):,} distinct looks, CPU time; answers {'agree' if same else 'DIFFER'}",
        [
            Figure("looks labelled a second, rules compiled anew", len(looks) / ours_s, "at least 200,000"),
            Figure("the naive loop, looks a second", len(looks) / naive_s),
            Figure("the naive loop takes so many times as long", naive_s / ours_s),
        ],
    )
    return same


def _numbers(pairs: Pairs) -> dict[tuple[str, ...], int]:
    ids: dict[tuple[str, ...], int] = {}
    for names, _ in pairs:
        for depth in range(1, len(names) + 1):
            ids.setdefault(names[:depth], len(ids) + 1)
    return ids


def _distinct_looks(count: int) -> list[Look]:
    dice = random.Random(7)
    titles = [(app.app, Titles(app, dice)) for app in APPS]
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        app, source = dice.choice(titles)
        found[app, f"{source.one(dice)} {dice.randint(1, 10**6)}"] = None
    return [Look(n, app, title) for n, (app, title) in enumerate(found, 1)]


def _naive(pairs: Pairs, looks: list[Look]) -> list[tuple[str, ...]]:
    """Try every rule on every look: the deepest wins, then the later one."""
    ready = [(names, re.compile(regex)) for names, regex in pairs]
    labels: list[tuple[str, ...]] = []
    for look in looks:
        matched = [names for names, regex in ready if regex.search(look.app) or regex.search(look.title)]
        labels.append(max(reversed(matched), key=len) if matched else ())
    return labels


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _edit(pairs: Pairs, database: Path) -> bool:
    """Add a rule that touches about 1 % of the looks of a copy, and compare the totals with the activities."""
    with tempfile.TemporaryDirectory(prefix="kairos-rules-") as folder:
        paths = ProfilePaths(Path(folder))
        shutil.copy(database, paths.database)
        with closing(build_engine(paths)) as engine:
            engine.rules.install(Pack((), tuple(PackRule(Facet.CATEGORY, names, _match(r)) for names, r in pairs)))
            first_s = _timed(engine.rules.relabel_all)
            history = engine.rules.history()
            touched = _one_percent([seen.look.title for seen in history])
            began, cpu = time.perf_counter(), time.process_time()
            engine.rules.add_rule(Rule(None, Facet.TAG, _TAG, touched))
            steps = engine.rules.relabel()
            changed = next(step.changed for step in steps if step.done)
            right_s, right_cpu = time.perf_counter() - began, time.process_time() - cpu
            for _ in steps:
                pass
            done_s = time.perf_counter() - began
            trial = engine.rules.try_out(touched, history)
        counted = _tagged_ms(paths.database)
    sound = counted == trial.hit_ms
    show(
        f"an edit that touches {changed:,} of {len(history):,} looks; totals {'are right' if sound else 'DIFFER'}",
        [
            Figure("totals right after, s", right_s, "at most 2"),
            Figure("the same in CPU seconds", right_cpu),
            Figure("all marked as looked at after, s", done_s),
            Figure("all rules anew over all looks, CPU s", first_s),
        ],
    )
    return sound


def _one_percent(titles: list[str]) -> Expression:
    """Return the comparison of titles with a word that comes nearest to 1 % of them."""
    counts = Counter(word for title in titles for word in set(title.split()))
    best = min(counts, key=lambda word: abs(counts[word] - len(titles) / 100))
    return Test(Field.TITLE, How.CONTAINS, best, case=True)


def _tagged_ms(path: Path) -> int:
    with closing(Database.open(path)) as database:
        rows = TotalStore(database).total(0, _FOREVER_MS, (Key.TAG,))
    return sum(row.ms for row in rows if row.tag == _TAG)


if __name__ == "__main__":
    sys.exit(main())
