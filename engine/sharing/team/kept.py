"""What a lead keeps of contributions once the request is written: the masked figures and the checks, no shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.sharing.team.parts import Masked


def masked_kept(masked: Mapping[int, Masked]) -> list[dict[str, Any]]:
    """Return it as plain values."""
    return [
        {
            "number": number,
            "figures": list(one.figures),
            "checks": {str(what): check.hex() for what, check in one.checks.items()},
            "digest": one.digest,
        }
        for number, one in masked.items()
    ]


def masked_again(kept: Sequence[Mapping[str, Any]]) -> dict[int, Masked]:
    """Return what was kept, by number."""
    return {one["number"]: _masked(one) for one in kept}


def _masked(one: Mapping[str, Any]) -> Masked:
    checks = {int(what): bytes.fromhex(check) for what, check in one["checks"].items()}
    return Masked(one["number"], tuple(one["figures"]), {}, checks, one["digest"])
