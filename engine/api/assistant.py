"""Questions about one's own time, in dialogues: asked, answered, kept, and what was proposed done once confirmed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from engine.assistant.phrases_chinese import Chinese
from engine.assistant.phrases_english import English
from engine.assistant.service import Assistant as Answering
from engine.assistant.tokens import is_chinese, normal
from engine.domain.answer_json import answer_from_json, answer_to_json, choices_from_json
from engine.domain.answers import Answer, Link, Outcome, Proposed, Row
from engine.domain.blocks import About, Block, BlockKind
from engine.domain.clock import Clock
from engine.domain.errors import UsageError
from engine.domain.intervals import Interval
from engine.domain.question_json import query_from_json, query_to_json
from engine.domain.questions import Kind, Query
from engine.storage.dialogues import DialogueStore, Turn

LONGEST_NAME = 80
_KEPT = 2_000
_GOES_ON = {Kind.FIGURE, Kind.RANK, Kind.TREND, Kind.COMPARE}


class Assistant:
    """Answers questions of one profile. Every method may raise Storage errors.

    add: plans a block and returns it. busy: tells whether a time is taken. said: words a planned time.
    """

    def __init__(
        self,
        answering: Answering,
        dialogues: DialogueStore,
        clock: Clock,
        add: Callable[[Block], Block],
        said: Callable[..., str],
        busy: Callable[[int, int], Sequence[Interval]],
    ) -> None:
        self._answering = answering
        self._dialogues = dialogues
        self._clock = clock
        self._add = add
        self._said = said
        self._busy = busy

    def ask(self, question: str, session: str = "") -> Answer:
        """Return the answer; in a session what was said before counts, and both are kept.

        Also a choice of the answer before, by its words or number. UsageError for a name of a session that is too long.
        """
        if len(session) > LONGEST_NAME:
            raise UsageError(f"A session's name has at most {LONGEST_NAME} characters.")
        question = question.encode("utf-8", "replace").decode()
        turns = self._dialogues.turns(session) if session else []
        meant = _chosen(question, turns) or question
        answer = self._answering.answer(meant, _query_before(turns))
        if session:
            self._keep(session, meant, answer)
        return answer

    def carry_out(self, proposed: Proposed, question: str = "") -> Answer:
        """Plan what was proposed, as one change that can be undone; refused where the time is taken by now."""
        say = Chinese() if is_chinese(question) else English()
        if self._busy(proposed.start_ms, proposed.end_ms):
            return Answer(Outcome.REFUSED, say.say("changed"), link=Link.PLAN)
        about = About(BlockKind.FOCUS, proposed.title)
        self._add(Block(about, Interval(proposed.start_ms, proposed.end_ms), self._clock.now().zone))
        return Answer(Outcome.DONE, self._said("planned", proposed, say), link=Link.PLAN)

    def figures(self, rows: Sequence[Row], language: str = "en") -> list[str]:
        """Return the numbers of rows as a person reads them."""
        return self._answering.figures(rows, language)

    def history(self, session: str) -> list[tuple[str, Answer]]:
        """Return the questions of a session with what was answered then, in order; what cannot be read is left out."""
        found = []
        for turn in self._dialogues.turns(session):
            with suppress(KeyError, TypeError, ValueError):  # kept by another version
                found.append((turn.question, answer_from_json(json.loads(turn.answer))))
        return found

    def forget(self, session: str) -> None:
        """Forget a session."""
        self._dialogues.forget(session)

    def _keep(self, session: str, question: str, answer: Answer) -> None:
        query = "" if answer.query is None else json.dumps(query_to_json(answer.query))
        told = json.dumps(answer_to_json(answer), ensure_ascii=False)
        self._dialogues.add(session, Turn(self._clock.now().wall_ms, question[:_KEPT], query, told))


def _query_before(turns: Sequence[Turn]) -> Query | None:
    """Return the last query about recorded time, None without one or where it is of another kind."""
    for turn in reversed(turns):
        if turn.query:
            query = query_from_json(json.loads(turn.query))
            if query.kind in _GOES_ON:
                return query
    return None


def _chosen(question: str, turns: Sequence[Turn]) -> str:
    """Return the question that a choice stands for; "" where none is chosen."""
    if not turns:
        return ""
    last: dict[str, Any] = json.loads(turns[-1].answer)
    said = normal(question).strip(" .。!?？")
    for number, choice in enumerate(choices_from_json(last), start=1):
        if said in {str(number), normal(choice.label), normal(choice.label).removeprefix("the ")}:
            return choice.question
    return ""
