"""One distinct combination of app, title, site and document: what rules see."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from engine.domain.categories import Labels


@dataclass(frozen=True, slots=True)
class Look:
    """What was in front, whenever that was; id is its number in the database, 0 for one that is not stored."""

    id: int
    app: str
    title: str = field(repr=False)
    site: str = ""
    document: str = field(repr=False, default="")


class Labeller(Protocol):
    """Says what a look is counted as; handed to whoever stores looks, so that none is stored without labels."""

    @property
    def revision(self) -> int:
        """The revision of the stored rules it was made from."""
        ...

    def __call__(self, look: Look) -> Labels:
        """Return the look's labels."""
        ...
