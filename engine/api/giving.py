"""What makes files for others and reads theirs: each part is built when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api.packs import Packs
    from engine.api.team import Team
    from engine.api.together import Together
    from engine.sharing.week.service import Sharing


@dataclass(frozen=True, slots=True)
class Giving:
    """How the parts are built; most people never share, so that no start of theirs may load them."""

    sharing: Callable[[], Sharing]
    team: Callable[[], Team]
    together: Callable[[], Together]
    packs: Callable[[], Packs]
