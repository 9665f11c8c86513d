"""What must never stand in a pack, whoever wrote it: where things lie on a person's machine."""

from __future__ import annotations

import re
from typing import Final

_PLACE: Final = re.compile(
    r"(?:^|[\s\"'(=])(?:~[\\/]|/(?:home|Users|root|mnt|media|Volumes|tmp|var|srv|opt)/|[A-Za-z]:[\\/]|\\\\|file:)",
    re.IGNORECASE,
)


def names_a_place(text: str, *, document: bool = False) -> bool:
    """Return whether a text names a folder of a machine; document: it is compared with paths of documents."""
    return bool(_PLACE.search(text)) or (document and ("/" in text or "\\" in text))
