"""What tells one content from any other: the same digest that reading a document gives."""

from __future__ import annotations

import hashlib
import os

from engine.documents.extract.frames import HASH_BYTES
from engine.domain.documents import Identity
from engine.domain.ordinary_file import ordinary_file

_BLOCK = 1 << 20


def digest(identity: Identity) -> bytes | None:
    """Return the BLAKE2b of a file's content, 16 bytes; None where it is not the file that was found, or unreadable."""
    file = ordinary_file(identity.path)
    if file is None:
        return None
    with file:
        if os.fstat(file.fileno()).st_ino != identity.inode:
            return None
        made, left = hashlib.blake2b(digest_size=HASH_BYTES), identity.size
        try:
            while left > 0 and (block := file.read(min(_BLOCK, left))):
                made.update(block)
                left -= len(block)
        except OSError:
            return None
    return made.digest()
