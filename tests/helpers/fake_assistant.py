"""An assistant that says what a test gave it, and remembers what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.domain.answers import Answer, Outcome, Proposed, Row


@dataclass
class FakeAssistant:
    """answers: by question; anything else is refused. before: what was said before."""

    answers: dict[str, Answer] = field(default_factory=dict)
    before: list[tuple[str, Answer]] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    done: list[Proposed] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)

    def ask(self, question: str, session: str = "") -> Answer:
        """Answer as told."""
        self.asked.append((question, session))
        refused = Answer(Outcome.REFUSED, "Not understood.", examples=("Which apps did I use most today?",))
        return self.answers.get(question, refused)

    def carry_out(self, proposed: Proposed, question: str = "") -> Answer:
        """Note what was confirmed."""
        del question
        self.done.append(proposed)
        return Answer(Outcome.DONE, f"Planned: {proposed.title}.")

    def figures(self, rows: Sequence[Row], language: str = "en") -> list[str]:
        """Return the bare numbers."""
        return [f"{row.figure.value} {language}" for row in rows]

    def history(self, session: str) -> list[tuple[str, Answer]]:
        """Return what was said before."""
        del session
        return self.before

    def forget(self, session: str) -> None:
        """Note it."""
        self.forgotten.append(session)
