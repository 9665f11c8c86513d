"""One distinct combination of app, title, site and document: what rules see."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """What was in front, whenever that was; id is its number in the database, 0 for one that is not stored."""

    id: int
    app: str
    title: str = field(repr=False)
    site: str = ""
    document: str = ""
