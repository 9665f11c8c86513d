"""Makes the learned models of the checkpoint in use; where one is damaged, missing or not live, its baseline stays."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.model_status import Head
    from engine.domain.recommended import Notice
    from engine.mind.advise.focus_time import Foresight
    from engine.mind.advise.foresee import Seers
    from engine.mind.advise.learned_documents import LearnedRanking, Meanings
    from engine.mind.advise.models import Models
    from engine.mind.advise.readings import Sequel
    from engine.mind.checkpoint.files import Checkpoint
    from engine.mind.checkpoint.tensors import Tensors
    from engine.mind.next.outcomes import OutcomeAsker, OutcomeHead
    from engine.mind.next.ranker import NextRanker
    from engine.mind.next.switches import Thing
    from engine.mind.recommend.facts import Interest
    from engine.mind.stream.columns import Stream
    from engine.storage.database import Database

_log = logging.getLogger(__name__)
_UNFIT = (ValueError, KeyError, TypeError, IndexError)
_Made = TypeVar("_Made")


class ModelsInUse:
    """Gives the models in use, made again once another run is."""

    def __init__(self, database: Database, paths: ProfilePaths) -> None:
        from engine.storage.training_runs import TrainingRunStore  # noqa: PLC0415

        self._database, self._paths, self._runs = database, paths, TrainingRunStore(database)
        self._made: tuple[int, Models, Checkpoint | None] | None = None
        self._seers: tuple[int, Seers] | None = None

    def models(self) -> Models:
        """Return the models that advise; raises Storage errors."""
        return self._in_use()[1]

    def seers(self) -> Seers:
        """Return what tells of the next minutes, made when first asked for; raises Storage errors."""
        number, _, checkpoint = self._in_use()
        if self._seers is None or self._seers[0] != number:
            self._seers = number, _seers(checkpoint)
        return self._seers[1]

    def _in_use(self) -> tuple[int, Models, Checkpoint | None]:
        run = self._runs.in_use()
        number = 0 if run is None else run.id
        if self._made is None or self._made[0] != number:
            self._made = number, *self._load()
        return self._made

    def _load(self) -> tuple[Models, Checkpoint | None]:
        from engine.bootstrap.mind_kept import kept_models  # noqa: PLC0415
        from engine.domain.model_status import Head  # noqa: PLC0415
        from engine.domain.recommended import Notice  # noqa: PLC0415
        from engine.mind.advise.models import Models  # noqa: PLC0415

        found = kept_models(self._database, self._paths, self._runs).load()
        damaged = (Notice.MODEL_DAMAGED,)
        checkpoint = found.checkpoint
        if checkpoint is None:
            return Models(notices=damaged if found.damaged else ()), None
        unfit: list[Head] = []
        foresight = _made(checkpoint, Head.FOCUS, _foresight, unfit)
        ranking = _made(checkpoint, Head.DOCUMENTS, self._ranking, unfit)
        models = Models(
            foresight=foresight,
            ranking=ranking,
            sequel=_made(checkpoint, Head.NEXT_DOCUMENT, self._sequel, unfit),
            alike=None if ranking is None else ranking.alike,
            run=checkpoint.manifest.run,
            notices=(*(damaged if found.damaged or unfit else ()), *self._memory(checkpoint.manifest.run)),
        )
        return models, checkpoint

    def _memory(self, number: int) -> tuple[Notice, ...]:
        from engine.domain.recommended import Notice  # noqa: PLC0415
        from engine.mind.train.run import NO_MEMORY  # noqa: PLC0415

        run = self._runs.get(number)
        return (Notice.NO_MEMORY,) if run is not None and run.note == NO_MEMORY else ()

    def _ranking(self, numbers: Tensors) -> LearnedRanking:
        from engine.mind.advise.learned_documents import LearnedRanking, facts_of  # noqa: PLC0415
        from engine.mind.advise.library import library_of  # noqa: PLC0415
        from engine.mind.recommend.kept import recommender_of  # noqa: PLC0415
        from engine.mind.recommend.sessions import no_uses  # noqa: PLC0415

        recommender_of(numbers, no_uses(), facts_of(library_of([])), 0.0)  # numbers that do not fit are found out now
        return LearnedRanking(numbers, self._meanings(), self._interests)

    def _interests(self) -> tuple[Interest, ...]:
        from engine.mind.recommend.facts import Interest  # noqa: PLC0415
        from engine.storage.insights import InsightStore  # noqa: PLC0415

        return tuple(
            Interest(one.words, one.months[-1][1]) for one in InsightStore(self._database).topics() if one.months
        )

    def _sequel(self, numbers: Tensors) -> Callable[[Stream, float], Sequel]:
        """Return what tells the next document; what documents say is read when it is asked first."""
        from engine.bootstrap.document_facts import document_facts  # noqa: PLC0415
        from engine.mind.next.switches import Thing  # noqa: PLC0415

        ranker = _ranker(Thing.DOCUMENT, numbers)
        known: list[bool] = []

        def sequel(stream: Stream, now_s: float) -> Sequel:
            if not known:
                ranker.know(document_facts(self._database, self._paths).vectors_by_number())
                known.append(True)
            return dict(ranker.rank(stream, now_s))

        return sequel

    def _meanings(self) -> Meanings:
        """Return what tells the meaning of documents and titles: vectors that are stored, so that no encoder loads."""
        from engine.bootstrap.encoder import sentence_encoder  # noqa: PLC0415
        from engine.domain.errors import EncoderError, SettingsError  # noqa: PLC0415
        from engine.mind.advise.learned_documents import Meanings  # noqa: PLC0415
        from engine.storage.document_facts import mean_vectors  # noqa: PLC0415
        from engine.storage.title_vectors import TitleVectorStore  # noqa: PLC0415
        from engine.storage.vectors import VectorStore  # noqa: PLC0415

        try:
            encoder = sentence_encoder(self._paths)
        except (EncoderError, SettingsError):  # told where it is chosen
            encoder = None
        if encoder is None:
            return Meanings()
        name, titles, vectors = (
            encoder.name,
            TitleVectorStore(self._database, encoder.name),
            VectorStore(self._database),
        )
        return Meanings(
            lambda library: mean_vectors(list(library.facts), vectors, name),
            lambda title: titles.get([title]).get(title),
        )


def _made(checkpoint: Checkpoint, head: Head, make: Callable[[Tensors], _Made], unfit: list[Head]) -> _Made | None:
    """Return a live head's model; None where it is not live, or its numbers do not fit, which unfit is told."""
    part = checkpoint.manifest.heads.get(head)
    if part is None or not part.live:
        return None
    from engine.mind.train.golden import check_golden  # noqa: PLC0415

    try:
        numbers = checkpoint.of(head)
        made = make(numbers)
        check_golden(head, part, numbers)
    except _UNFIT as error:
        _log.warning("The numbers of %s do not fit: %s", head.value, type(error).__name__)
        unfit.append(head)
        return None
    return made


def _foresight(numbers: Tensors) -> Foresight:
    from engine.mind.advise.learned_time import LearnedForesight  # noqa: PLC0415
    from engine.mind.focus.forecaster import Forecaster  # noqa: PLC0415
    from engine.mind.train.earlier import weights_in  # noqa: PLC0415

    return LearnedForesight(Forecaster.from_weights(weights_in(numbers)))


def _seers(checkpoint: Checkpoint | None) -> Seers:
    """Return what tells of the next minutes, learned where it is live."""
    from engine.domain.model_status import Head  # noqa: PLC0415
    from engine.mind.advise.foresee import Seers  # noqa: PLC0415
    from engine.mind.next.outcomes import DISTRACTED, STILL  # noqa: PLC0415
    from engine.mind.next.switches import Thing  # noqa: PLC0415

    counted = Seers()
    if checkpoint is None:
        return counted
    unfit: list[Head] = []
    still = _made(checkpoint, Head.SWITCH, lambda numbers: _asker(STILL, numbers), unfit)
    distracted = _made(checkpoint, Head.DISTRACTION, lambda numbers: _asker(DISTRACTED, numbers), unfit)
    next_app = _made(checkpoint, Head.NEXT_APP, lambda numbers: _ranker(Thing.APP, numbers), unfit)
    told = {Head.SWITCH: still, Head.DISTRACTION: distracted, Head.NEXT_APP: next_app}
    return Seers(
        still or counted.still,
        distracted or counted.distracted,
        next_app or counted.next_app,
        frozenset(head for head, made in told.items() if made is not None),
    )


def _ranker(thing: Thing, numbers: Tensors) -> NextRanker:
    from engine.mind.next.next_thing import model_of  # noqa: PLC0415  (a second of torch)
    from engine.mind.next.ranker import NextRanker  # noqa: PLC0415
    from engine.mind.train.earlier import weights_in  # noqa: PLC0415

    return NextRanker(thing, model_of(weights_in(numbers)))


def _asker(head: OutcomeHead, numbers: Tensors) -> OutcomeAsker:
    from engine.mind.next.outcomes import OutcomeAsker, model_of  # noqa: PLC0415  (a second of torch)
    from engine.mind.train.earlier import weights_in  # noqa: PLC0415

    return OutcomeAsker(head, model_of(weights_in(numbers)))
