"""Builds what suggests rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.api import Rules
    from engine.api.rule_guesses import RuleGuesses
    from engine.api.rule_suggestions import RuleSuggestions
    from engine.domain.clock import Clock
    from engine.domain.rule_suggestion import Meanings
    from engine.mind.category.trainee import CategoryTrainee
    from engine.paths import ProfilePaths
    from engine.storage.database import Database
    from engine.talking import Asker


def build_rule_suggestions(database: Database, rules: Rules, asker: Asker, clock: Clock) -> RuleSuggestions:
    """Build what suggests rules; asker: asks the worker that advises."""
    from engine.api.rule_guesses import RuleGuesses  # noqa: PLC0415
    from engine.api.rule_suggestions import RuleSuggestions  # noqa: PLC0415
    from engine.storage.corrected_looks import CorrectedLookStore  # noqa: PLC0415
    from engine.storage.refused_rules import RefusedRuleStore  # noqa: PLC0415

    corrected = CorrectedLookStore(database)
    by_words = RuleGuesses(rules, corrected, _words_alone).suggest
    return RuleSuggestions(rules, corrected, asker, by_words, RefusedRuleStore(database, clock))


def rule_answers(database: Database, paths: ProfilePaths) -> Callable[[], dict[str, Any]]:
    """Build what says, in the worker, which rules to suggest; all it needs is loaded by the first question."""
    from functools import cache  # noqa: PLC0415

    @cache
    def meanings_of(_encoder_folder: str) -> Meanings:
        return _title_meanings_or_words(database, paths)

    @cache
    def guesses() -> RuleGuesses:
        from engine.api.rule_guesses import RuleGuesses  # noqa: PLC0415
        from engine.bootstrap.rules import build_rules, rules_in_force  # noqa: PLC0415
        from engine.storage.corrected_looks import CorrectedLookStore  # noqa: PLC0415

        rules = build_rules(database, rules_in_force(database))
        return RuleGuesses(rules, CorrectedLookStore(database), lambda: meanings_of(_encoder_folder(paths)))

    def answer() -> dict[str, Any]:
        from engine.domain.rule_suggestion_json import suggested_to_json  # noqa: PLC0415

        return {"rules": suggested_to_json(guesses().suggest())}

    return answer


def category_trainee(database: Database, paths: ProfilePaths) -> CategoryTrainee:
    """Build the head that is judged on what was given a category by hand; without an encoder it goes by words."""
    from engine.mind.category.trainee import CategoryTrainee  # noqa: PLC0415
    from engine.storage.corrected_looks import CorrectedLookStore  # noqa: PLC0415

    return CategoryTrainee(CorrectedLookStore(database).dated(), lambda: _title_meanings_or_words(database, paths))


def _words_alone() -> Meanings:
    return lambda _texts: {}


def _title_meanings_or_words(database: Database, paths: ProfilePaths) -> Meanings:
    """Build what gives vectors of titles; nothing from where on the encoder cannot be used, told where it is chosen."""
    from engine.domain.errors import EncoderError, SettingsError  # noqa: PLC0415

    try:
        used = title_meanings(database, paths)
    except (EncoderError, SettingsError):
        return _words_alone()

    def meanings(texts: Sequence[str]) -> Mapping[str, NDArray[np.float32]]:
        nonlocal used
        try:
            return used(texts)
        except EncoderError:
            used = _words_alone()
            return {}

    return meanings


def _encoder_folder(paths: ProfilePaths) -> str:
    """Return what the person chose, so that another choice is heeded; "" where the settings cannot be read."""
    from engine.domain.errors import SettingsError  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415

    try:
        return load_settings(paths.settings).documents.encoder_folder
    except SettingsError:  # told where settings are shown
        return ""


def title_meanings(database: Database, paths: ProfilePaths) -> Meanings:
    """Build what gives vectors of titles, stored ones first; nothing where there is no encoder."""
    from engine.bootstrap.encoder import sentence_encoder  # noqa: PLC0415
    from engine.storage.title_vectors import TitleVectorStore  # noqa: PLC0415

    encoder = sentence_encoder(paths)
    if encoder is None:
        return _words_alone()
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
