"""Keys in words for a terminal, and as plain values."""

from __future__ import annotations

from typing import Any

from engine.cli.moments import iso_or_none
from engine.domain.days import DayRule, day_of
from engine.domain.key_slots import Encryption, Finished, KeySlot, KeyStep, SlotKind

_NAMES = {SlotKind.KEYRING: "Keyring", SlotKind.PASSPHRASE: "Passphrase", SlotKind.RECOVERY: "Recovery code"}

_DONE = {
    KeyStep.ENCRYPT: "The change of the key is complete: this profile is encrypted.",
    KeyStep.REKEY: "The change of the key is complete: everything has the new key.",
    KeyStep.DECRYPT: "The change of the key is complete: this profile is not encrypted any more.",
}
_LEFT = {
    KeyStep.ENCRYPT: "this profile is still not encrypted",
    KeyStep.REKEY: "everything still has the key from before",
    KeyStep.DECRYPT: "this profile is still encrypted",
}


def finished_line(finished: Finished | None) -> str:
    """Return what became of a change of the key that was cut off."""
    if finished is None:
        return "No change of the key was cut off."
    if finished.done:
        return _DONE[finished.step]
    left, again = _LEFT[finished.step], finished.step.value
    return f"It was cut off too early and was taken back: {left}. Do it again: kairos keys {again}"


def state_lines(state: Encryption, rule: DayRule) -> tuple[str, ...]:
    """Return whether a profile is encrypted and what opens it."""
    cut = ("A change of the key was cut off. Complete it with: kairos keys finish",) if state.pending else ()
    if not state.on:
        how = "the keyring of this computer" if state.keyring else "a passphrase"
        return ("This profile is not encrypted.", f"Encrypt it with {how}: kairos keys encrypt", *cut)
    lines = [_slot_line(slot, rule) for slot in state.slots]
    if not any(slot.kept and slot.kind is not SlotKind.KEYRING for slot in state.slots):
        lines.append("Should the keyring be lost, nothing opens it. Make a recovery code: kairos keys add recovery")
    return ("This profile is encrypted. It is opened by:", *lines, *cut)


def _slot_line(slot: KeySlot, rule: DayRule) -> str:
    name = f" ({slot.name})" if slot.name else ""
    unkept = "" if slot.kept else ", not yet kept"
    return f"  {_NAMES[slot.kind]}{name}, since {day_of(slot.made_ms, rule).isoformat()}{unkept}"


def state_json(state: Encryption) -> dict[str, Any]:
    """Return the same as plain values."""
    return {
        "encrypted": state.on,
        "keyring": state.keyring,
        "pending": state.pending,
        "slots": [
            {"kind": slot.kind.value, "made": iso_or_none(slot.made_ms), "name": slot.name, "kept": slot.kept}
            for slot in state.slots
        ],
    }


def slot_name(kind: SlotKind) -> str:
    """Return what a sentence calls a slot."""
    return _NAMES[kind].lower()


def code_lines(code: str) -> tuple[str, ...]:
    """Return a recovery code and what it is for."""
    return (
        "Your recovery code:",
        "",
        f"    {code}",
        "",
        "It opens your history when the keyring of this computer or the passphrase is lost. Write it down or print it,",
        "and keep it away from this computer. It is shown this once; Kairos cannot show it again.",
    )


def dropped_lines(dropped: tuple[SlotKind, ...]) -> tuple[str, ...]:
    """Return what does not open the profile any more."""
    return tuple(f"{_NAMES[kind]}: it does not open this profile any more." for kind in dropped)
