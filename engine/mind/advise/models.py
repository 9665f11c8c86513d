"""The learned models as advice uses them; where one is not in use, the baseline takes its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.domain.recommended import Notice
from engine.mind.advise.focus_time import Foresight
from engine.mind.advise.readings import Ranking, Sequel
from engine.mind.stream.columns import Stream


@dataclass(frozen=True, slots=True)
class Models:
    """The models in use; None where the baseline is. run: the training run they are of, 0 for none.

    sequel: tells from the history until now which document comes next. alike: how alike two documents are, a cosine.
    Two values with the same models compare equal: advice made with one is good with the other.
    """

    foresight: Foresight | None = None
    ranking: Ranking | None = None
    sequel: Callable[[Stream, float], Sequel] | None = None
    alike: Callable[[int, int], float] | None = None
    run: int = 0
    notices: tuple[Notice, ...] = ()

    @property
    def any(self) -> bool:
        """Whether any learned model is in use."""
        return not (self.foresight is None and self.ranking is None and self.sequel is None)
