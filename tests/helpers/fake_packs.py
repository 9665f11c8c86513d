"""Packs for windows that ask for none: nothing to make, nothing taken in."""

from __future__ import annotations

from engine.domain.packs import Offers, PackImport, PackKind


class FakePacks:
    """Has nothing to hand on and took nothing in."""

    def offers(self, kind: PackKind, names: tuple[str, ...] = (), *, levels: bool = False) -> Offers:
        """Return nothing."""
        return Offers(())

    def taken(self) -> tuple[PackImport, ...]:
        """Return no pack."""
        return ()
