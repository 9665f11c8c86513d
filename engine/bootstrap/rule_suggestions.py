"""Builds what suggests rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.api import Rules
    from engine.api.rule_suggestions import RuleSuggestions
    from engine.domain.rule_suggestion import Meanings
    from engine.mind.category.trainee import CategoryTrainee
    from engine.paths import ProfilePaths
    from engine.storage.database import Database


def build_rule_suggestions(database: Database, paths: ProfilePaths, rules: Rules) -> RuleSuggestions:
    """Build what suggests rules; the sentence encoder is looked for by the first question."""
    from engine.api.rule_suggestions import RuleSuggestions  # noqa: PLC0415
    from engine.storage.corrected_looks import CorrectedLookStore  # noqa: PLC0415

    return RuleSuggestions(rules, CorrectedLookStore(database), lambda: title_meanings(database, paths))


def category_trainee(database: Database, paths: ProfilePaths) -> CategoryTrainee:
    """Build the head that is judged on what was given a category by hand; without an encoder it goes by words."""
    from engine.domain.errors import EncoderError, SettingsError  # noqa: PLC0415
    from engine.mind.category.trainee import CategoryTrainee  # noqa: PLC0415
    from engine.storage.corrected_looks import CorrectedLookStore  # noqa: PLC0415

    def meanings() -> Meanings:
        try:
            return title_meanings(database, paths)
        except (EncoderError, SettingsError):  # told where it is chosen
            return lambda _texts: {}

    return CategoryTrainee(CorrectedLookStore(database).dated(), meanings)


def title_meanings(database: Database, paths: ProfilePaths) -> Meanings:
    """Build what gives vectors of titles, stored ones first; nothing where there is no encoder."""
    from engine.bootstrap.encoder import sentence_encoder  # noqa: PLC0415
    from engine.storage.title_vectors import TitleVectorStore  # noqa: PLC0415

    encoder = sentence_encoder(paths)
    if encoder is None:
        return lambda _texts: {}
    store = TitleVectorStore(database, encoder.name)

    def meanings(texts: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        known = store.get(texts)
        missing = [text for text in texts if text not in known and encoder.reads(text)]
        if missing:
            new = dict(zip(missing, encoder.encode(missing), strict=True))
            store.put(new)
            known.update(new)
        return known

    return meanings
