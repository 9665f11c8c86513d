"""A digest in memory."""

from __future__ import annotations

from engine.domain.digest import Chosen, Digest, DigestItem, Unread

MADE_MS = 1_795_262_400_000


def item(offer: int, title: str, *summary: str, minutes: int = 4, near: str = "") -> DigestItem:
    """Return an item with a summary."""
    document = Unread(offer, f"/docs/{title}.txt", title, MADE_MS, minutes, {})
    return DigestItem(offer, Chosen(document, 1.0, 0.5, 1.0, 1.0, near), summary, fits=minutes <= 10)


class FakeDigest:
    """Gives the items that are left."""

    def __init__(self) -> None:
        self.items: list[DigestItem] = []
        self.asked = 0
        self.held = 0

    def now(self, *, kept: bool = True) -> Digest:
        """Return what there is."""
        self.asked += 1
        return Digest(MADE_MS, tuple(self.items), 10, len(self.items), self.held)
