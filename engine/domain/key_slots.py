"""Who can open an encrypted profile: the slots that hold its key, each locked in another way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SlotKind(StrEnum):
    """What opens a slot."""

    KEYRING = "keyring"  # the operating system's keyring, without a word while the person is logged in
    PASSPHRASE = "passphrase"  # noqa: S105  what the person knows
    RECOVERY = "recovery"  # what the person printed or wrote down


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One slot. made_ms: UTC milliseconds. name: of the keyring, "" for the others.

    kept: the person said that the recovery code is kept; true for the others.
    """

    kind: SlotKind
    made_ms: int
    name: str = ""
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Encryption:
    """Whether a profile is encrypted, and who can open it.

    keyring: the name of the keyring that could be used here and now, None where there is none. pending: a change
    of the key was cut off; the profile opens all the same, and the next change finishes it.
    """

    on: bool
    slots: tuple[KeySlot, ...] = ()
    keyring: str | None = None
    pending: bool = False

    def has(self, kind: SlotKind) -> bool:
        """Return whether there is a slot of this kind."""
        return any(slot.kind is kind for slot in self.slots)


class KeyStep(StrEnum):
    """What a change of the key does to a profile."""

    ENCRYPT = "encrypt"
    REKEY = "rekey"
    DECRYPT = "decrypt"


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a change that was cut off. done: it is complete; else it was taken back: all is as before it."""

    step: KeyStep
    done: bool


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What came of a new key. code: the new recovery code, to be shown once. dropped: slots that open it no more."""

    code: str
    dropped: tuple[SlotKind, ...] = ()
