"""Proofs on files: whoever made one holds the private key of the round, or of the list of members, that it claims."""

from __future__ import annotations

import hashlib
import hmac

from engine.domain.errors import UsageError
from engine.sharing.team.agreement import agreed, key_for
from engine.sharing.team.files import Paper, refused
from engine.sharing.team.parts import Roster

_HEX = 2 * hashlib.sha256().digest_size


def to_lead(private: bytes, public: bytes, round_id: str, digest: str) -> str:
    """Return the proof a member and the lead can make of a file of the member's; from either's private key."""
    return _proof(private, public, f"to lead {round_id}", digest)


def from_lead(private: bytes, public: bytes, round_id: str, digest: str) -> str:
    """Return the proof the two can make of a file of the lead's."""
    return _proof(private, public, f"from lead {round_id}", digest)


def _proof(private: bytes, public: bytes, purpose: str, digest: str) -> str:
    try:
        secret = agreed(private, public)
    except ValueError as cause:
        raise refused("This file holds a key that protects nothing. Do not use it.") from cause
    key = key_for(secret, purpose.encode())
    return hmac.new(key, digest.encode(), hashlib.sha256).hexdigest()


def same(told: object, proof: str) -> bool:
    """Return whether these are the same proof."""
    return isinstance(told, str) and told.isascii() and hmac.compare_digest(told, proof)


def lead_proofs(lead: bytes, keys: dict[int, bytes], round_id: str, digest: str) -> dict[str, str]:
    """Return a proof for each member. keys: their public ones by number."""
    return {str(number): from_lead(lead, key, round_id, digest) for number, key in keys.items()}


def check_from_lead(paper: Paper, number: int, private: bytes, roster: Roster) -> None:
    """Raise UsageError where a file for all members was not made by the one who began the round."""
    proof = paper.proof.get(str(number)) if isinstance(paper.proof, dict) else None
    if not same(proof, from_lead(private, roster.lead_key, paper.round, paper.digest)):
        raise not_theirs("the lead")


def not_theirs(name: str) -> UsageError:
    """Return the error for a file that somebody else made or changed."""
    return refused(f"This file was not made by {name}, or was changed afterwards. Ask {name} for it again.")
