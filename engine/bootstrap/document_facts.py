"""Builds what models know of a profile's documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.mind.recommend.facts import DocumentFacts
    from engine.storage.database import Database


def document_facts(database: Database, paths: ProfilePaths) -> DocumentFacts:
    """Return what the recommender knows of a profile's documents, with what they mean where that is known."""
    from engine.bootstrap.encoder import sentence_encoder  # noqa: PLC0415
    from engine.domain.errors import EncoderError, SettingsError  # noqa: PLC0415
    from engine.mind.advise.learned_documents import facts_of  # noqa: PLC0415
    from engine.mind.advise.library import library_of  # noqa: PLC0415
    from engine.storage.document_facts import DocumentFactReader, mean_vectors  # noqa: PLC0415
    from engine.storage.vectors import VectorStore  # noqa: PLC0415

    known = DocumentFactReader(database).facts()
    try:
        encoder = sentence_encoder(paths)
    except (EncoderError, SettingsError):  # told where it is chosen
        encoder = None
    vectors = None if encoder is None else mean_vectors(known, VectorStore(database), encoder.name)
    return facts_of(library_of(known), vectors)
