"""The key a database is encrypted with."""

from __future__ import annotations

from dataclasses import dataclass, field

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class DatabaseKey:
    """A raw key of 256 random bits; it never shows itself in a log or an error.

    Raises ValueError for another length.
    """

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no key."""
        if len(self.raw) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(self.raw)}")
