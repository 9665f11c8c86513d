"""Sums over encrypted figures: who holds the ciphertexts adds them up unseen, who holds the key opens the sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engine.domain.team import TeamLine

ENCRYPTED_KNOW = (
    "Who holds the secret key and single contributions sees single figures: whoever adds them up must not be the lead.",
    "Nothing checks who contributed, nor that nobody did twice; figures are rounded to hours, with no noise.",
)
"""What is to be known of the encrypted variant, beside that of masks."""


@dataclass(frozen=True, slots=True)
class EncryptedFile:
    """A file that was made. size: bytes. seconds: what making it took. people: whose figures are in it."""

    file: Path
    size: int
    seconds: float
    people: int = 0


@dataclass(frozen=True, slots=True)
class EncryptedSums:
    """Sums that were opened, in steps of hours. error: by how many hours the arithmetic was off at the most."""

    name: str
    first_day: date
    people: int
    lines: tuple[TeamLine, ...]
    error: float
    seconds: float
