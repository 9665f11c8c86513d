"""Builds the sentence encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder


def sentence_encoder(paths: ProfilePaths) -> Encoder | None:
    """Build the sentence encoder the person chose, the shipped one otherwise; None where there are no weights.

    Raises EncoderError for a chosen folder that cannot be used, SettingsError.
    """
    from engine.mind.encoder import find_encoder  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415

    return find_encoder(load_settings(paths.settings).documents.encoder_folder, paths.folder / "encoder_speed.json")
