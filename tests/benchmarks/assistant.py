"""A thousand questions in two languages, answered and compared with what the raw rows give.

python tests/benchmarks/assistant.py [--profile DIR of `kairos demo`] [--half dev|held] [--count 500] [--show 40]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.asked_answers import RawDays, Wanted  # noqa: E402
from helpers.asked_questions import Asked, Asker  # noqa: E402

from engine.api import Engine  # noqa: E402
from engine.bootstrap import build_engine  # noqa: E402
from engine.cli.demo import _take_starter_rules  # noqa: E402
from engine.domain.answers import Answer, Outcome  # noqa: E402
from engine.paths import profile_at  # noqa: E402

CATEGORIES = ("Programming", "Email", "Writing", "Learning", "Communication", "Reference", "News", "Video")
APPS = {"Firefox": "firefox", "Thunderbird": "thunderbird", "Zoom": "zoom", "Slack": "Slack", "Spotify": "Spotify",
        "Obsidian": "obsidian", "VS Code": "code", "WeChat": "wechat"}  # fmt: skip


def asker_over(engine: Engine, raw: RawDays, seed: int) -> Asker:
    """Return what makes questions about this profile."""
    english, chinese = (engine.rules.starter(language).categories for language in ("en", "zh"))
    twins = {one.path[-1]: other.path[-1] for one, other in zip(english, chinese, strict=True)}
    numbers = {name: number for number, name in raw.names.items() if name in CATEGORIES}
    return Asker(engine.history.today(), numbers, twins, APPS, seed)


def told(answer: Answer, wanted: Wanted) -> Any:
    """Return what the answer says, in the form the raw rows are counted in."""
    if answer.outcome is not Outcome.ANSWERED:
        return answer.outcome
    if wanted.key in {"rank_app", "rank_category", "trend"} and wanted.against is None:
        return [(row.key, row.figure.value) for row in answer.rows]
    if wanted.key == "best_day":
        return [(row.key, row.figure.value) for row in answer.rows[:1]]
    if wanted.against is not None:
        return tuple(figure.value for figure in answer.figures[:2])
    return answer.figures[0].value if answer.figures else None


def same(one: Any, other: Any) -> bool:
    """Return whether both are the same number, of fractions to nine digits; nothing told is as good as none.

    Where the rows hold nothing, saying so is right: this week's mornings, asked on a Monday at midnight, or those of a
    month, asked as it begins.
    """
    if not other and one is Outcome.REFUSED:
        return True
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) < 1e-6
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one, key=str) == sorted(other, key=str)
    return bool(one == other) or (not one and not other)


def ask(engine: Engine, asked: Asked, session: str) -> tuple[Answer, float]:
    """Return the answer and the seconds it took; a question that goes on is asked after the one before."""
    if asked.before:
        engine.assistant.ask(asked.before, session)
    began = time.perf_counter()
    answer = engine.assistant.ask(asked.text, session if asked.before else "")
    return answer, time.perf_counter() - began


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--half", choices=("dev", "held", "both"), default="both")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        engine = build_engine(profile_at(given.profile or Path(folder)))
        try:
            if given.profile is None:
                _take_starter_rules(engine)
                engine.demo.fill(365, 1)
            for half in ("dev", "held") if given.half == "both" else (given.half,):
                _measure(engine, half, given.count, given.show)
        finally:
            engine.close()


def _measure(engine: Engine, half: str, count: int, shown: int) -> None:
    raw = RawDays(engine.paths.database, engine.history.rule().zone)
    found: Counter[tuple[str, bool]] = Counter()
    took: list[float] = []
    for number, asked in enumerate(asker_over(engine, raw, 7).questions(half == "held", count)):
        answer, seconds = ask(engine, asked, f"{half}-{number}-{time.time_ns()}")
        took.append(seconds)
        if asked.wanted is None:
            kind, right = "refused", answer.outcome in {Outcome.REFUSED, Outcome.ASKED_BACK}
        else:
            expected = raw.answer(asked.wanted)
            kind, right = "goes on" if asked.before else "plain", same(told(answer, asked.wanted), expected)
        found[kind, right] += 1
        found["zh" if asked.chinese else "en", right] += kind != "refused"
        if not right and shown > 0:
            shown -= 1
            sys.stdout.write(
                f"{kind}: {asked.before} | {asked.text} | {asked.wanted} | {answer.text} [{answer.basis}]\n"
            )
    show(f"Assistant, {half} half, {count} questions", _figures(found, took))


def _figures(found: Counter[tuple[str, bool]], took: list[float]) -> list[Figure]:
    def share(*kinds: str) -> float:
        right, wrong = (sum(found[kind, good] for kind in kinds) for good in (True, False))
        return 100 * right / max(1, right + wrong)

    return [
        Figure("exact answers, % of the answerable", share("plain", "goes on"), "at least 95"),
        Figure("  of those that go on, %", share("goes on")),
        Figure("  English, %", share("en")),
        Figure("  Chinese, %", share("zh")),
        Figure("refused or asked back, % of the others", share("refused"), "at least 95"),
        Figure("median answer, ms", 1_000 * median(took), "under 150"),
        Figure("95th percentile, ms", 1_000 * sorted(took)[int(0.95 * len(took))]),
        Figure("slowest, ms", 1_000 * max(took)),
    ]


if __name__ == "__main__":
    main()
