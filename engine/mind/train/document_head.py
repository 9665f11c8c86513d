"""The recommender of documents as one of the heads a training run has learn."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.model_status import Head
from engine.mind.recommend.compared import compared
from engine.mind.recommend.facts import DocumentFacts, DocumentUses
from engine.mind.recommend.kept import numbers_of
from engine.mind.recommend.recommender import fit
from engine.mind.train.learning import Course, Halted, Learned

_FEWEST = 50  # uses: with fewer there is nothing to learn from


@dataclass(frozen=True, slots=True)
class DocumentTrainee:
    """Learns from uses of documents; facts: the documents there are now."""

    uses: DocumentUses
    facts: DocumentFacts
    head: Head = Head.DOCUMENTS

    def learn(self, course: Course) -> Learned | None:
        """Learn, and compare with the simple rules on the last weeks; None with too few uses. Raises Halted."""
        if len(self.uses.until(course.before_s)) < _FEWEST or not len(self.facts):
            return None
        found = compared(self.uses, self.facts, course.before_s, course.seed, course.stop)
        made = fit(self.uses, self.facts, now_s=course.before_s, seed=course.seed, stop=course.stop)
        if course.stop():
            raise Halted
        return Learned(numbers_of(made), found)
