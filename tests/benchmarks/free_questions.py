"""Questions nobody made from templates: what becomes of each, beside what was written down as right before.

python tests/benchmarks/free_questions.py [FILE] [--profile DIR of `kairos demo`] [--show]

A line of a file: "before >> question => right". Right is NO (refused or asked back) or "[kind] measure key=value ...";
several measures may stand for one another ("score|deep"), and "d=*" takes any period that the answer names.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[1:3]]

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)

from engine.api import Engine  # noqa: E402
from engine.bootstrap import build_engine  # noqa: E402
from engine.cli.demo import _take_starter_rules  # noqa: E402
from engine.domain.answers import Answer, Outcome  # noqa: E402
from engine.domain.categories import CategoryTree  # noqa: E402
from engine.domain.questions import Days, Kind, Only, Query, Unit, days_around  # noqa: E402
from engine.paths import profile_at  # noqa: E402

FOLDER = Path(__file__).parent
_KINDS = {kind.value for kind in Kind}
_CLOCKS = {"morning": (360, 720), "afternoon": (720, 1080), "evening": (1080, 1440)}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Free:
    """A question, those before it in the dialogue, and what is right."""

    before: tuple[str, ...]
    text: str
    right: str

    @property
    def chinese(self) -> bool:
        """Whether it is asked in Chinese."""
        return any(one >= "\u4e00" for one in self.text)


def read(path: Path) -> list[Free]:
    """Return the questions of a file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            asked, right = line.rsplit(" => ", 1)
            *before, text = [part.strip() for part in asked.split(" >> ")]
            found.append(Free(tuple(before), text, right))
    return found


def judged(answer: Answer, right: str, tree: CategoryTree, today: date) -> str:
    """Return "right", "wrong" (another question was answered) or "not" (refused or asked back, though it was fair)."""
    told = answer.outcome in {Outcome.ANSWERED, Outcome.PROPOSED}
    if right == "NO":
        return "wrong" if told else "right"
    if not told or answer.query is None:
        return "not"
    return "right" if _fits(answer.query, right, tree, today) else "wrong"


def _fits(query: Query, right: str, tree: CategoryTree, today: date) -> bool:
    plain = [part for part in right.split() if "=" not in part]
    given = dict(part.split("=", 1) for part in right.split() if "=" in part)
    kind = plain.pop(0) if plain[0] in _KINDS else "figure"
    if query.kind.value != kind or (plain and query.measure.value not in plain[0].split("|")):
        return False
    if kind in {"forecast", "documents", "block", "kept"}:
        return _on(query.days, given.get("d", "*"), today)
    names = {_name(one, tree) for one in (query.only, *query.also)} - {""}
    wanted = {given[key].replace("_", " ").casefold() for key in _NAMES if key in given}
    sides = [
        names == wanted,
        _on(query.days, given.get("d", "*"), today),
        (query.clock == _clock(given["clock"])) if "clock" in given else query.clock is None,
        (kind == "rank" and "by" not in given) or (query.by.value if query.by else "") == given.get("by", ""),
        _on(query.against, given["vs"], today) if "vs" in given else kind != "compare" or bool(query.also),
        query.per.value == given.get("per", "day"),
    ]
    return all(sides) and not query.weekdays - _weekdays(given)


_NAMES = ("app", "cat", "site", "words", "also", "also2", "proj")


def _weekdays(given: dict[str, str]) -> set[int]:
    return {int(one) for one in given.get("wd", "").split(",") if one}


def _name(only: Only, tree: CategoryTree) -> str:
    category = tree.path(only.category_id)[-1] if only.category_id is not None else ""
    return (category or only.app or only.project or only.words or only.site or only.document).casefold()


def _clock(said: str) -> tuple[int, int]:
    if said in _CLOCKS:
        return _CLOCKS[said]
    start, end = said.split("-")
    return int(start), int(end)


def _on(days: Days | None, said: str, today: date) -> bool:
    if said == "*":
        return True
    wanted = days_of(said, today)
    return days is not None and (days.start, days.end) == (wanted.start, wanted.end)


def days_of(said: str, today: date) -> Days:
    """Return the days a short word stands for: "today", "week-1", "last30", "2026-10", "2026-11-20"."""
    relative = re.fullmatch(r"(day|week|month|quarter|year)(?:-(\d+))?", said)
    if relative:
        found = days_around(Unit(relative[1]), today)
        for _ in range(int(relative[2] or 0)):
            found = found.before()
        return found
    if said == "lastweekend":
        monday = days_around(Unit.WEEK, today).start
        return Days(monday - 2 * _DAY, monday)
    back = {"today": 0, "yesterday": 1, "tomorrow": -1}.get(said)
    if said.startswith("last"):
        return Days(today + _DAY - int(said[4:]) * _DAY, today + _DAY)
    if back is None and len(said) == len("2026-10"):
        return days_around(Unit.MONTH, date.fromisoformat(f"{said}-01"))
    start = today - back * _DAY if back is not None else date.fromisoformat(said)
    return Days(start, start + _DAY)


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path, default=sorted(FOLDER.glob("free_questions_*.txt")))
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        engine = build_engine(profile_at(given.profile or Path(folder)))
        try:
            if given.profile is None:
                _take_starter_rules(engine)
                engine.demo.fill(365, 1)
            for path in given.files:
                show(f"Free questions, {path.stem}", _figures(engine, read(path), shown=given.show))
        finally:
            engine.close()


def _figures(engine: Engine, questions: list[Free], *, shown: bool) -> list[Figure]:
    found: Counter[tuple[str, str]] = Counter()
    for number, free in enumerate(questions):
        session = f"free-{number}"
        for before in free.before:
            engine.assistant.ask(before, session)
        answer = engine.assistant.ask(free.text, session if free.before else "")
        engine.assistant.forget(session)
        came = judged(answer, free.right, engine.rules.tree(), engine.history.today())
        kind = "unfair" if free.right == "NO" else "zh" if free.chinese else "en"
        found[kind, came] += 1
        if answer.outcome is Outcome.ASKED_BACK:
            ways = [engine.assistant.ask(one.question) for one in answer.choices]
            among = [judged(one, free.right, engine.rules.tree(), engine.history.today()) for one in ways]
            found["offered", "unfair" if free.right == "NO" else "right" if "right" in among else "not"] += 1
        if shown and came != "right":
            sys.stdout.write(f"{came}: {free.text} => {free.right} | {answer.text} [{answer.basis}]\n")
    fair = {came: found["en", came] + found["zh", came] for came in ("right", "wrong", "not")}
    return [
        Figure(f"answered as meant, of {sum(fair.values())}", fair["right"]),
        Figure("  English", found["en", "right"]),
        Figure("  Chinese", found["zh", "right"]),
        Figure("refused or asked back, though it can be told", fair["not"]),
        Figure("answered wrongly", fair["wrong"]),
        Figure("asked back with the right one among the ways offered", found["offered", "right"]),
        Figure("asked back with others alone", found["offered", "not"]),
        Figure("what cannot be told: asked back", found["offered", "unfair"]),
        Figure("what cannot be told: refused or asked back", found["unfair", "right"]),
        Figure("what cannot be told: answered", found["unfair", "wrong"]),
    ]


if __name__ == "__main__":
    main()
