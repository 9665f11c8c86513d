"""What makes a connection one to an encrypted file, and how an encrypted page is told from a damaged one."""

from __future__ import annotations

import hmac
from contextlib import closing
from types import ModuleType
from typing import Any

from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageError

PLAIN_MAGIC = b"SQLite format 3\x00"
SALT_BYTES = len(PLAIN_MAGIC)
PAGE_BYTES = 4_096
"""SQLCipher 4's own page size; it cannot be read from a file, since the header is encrypted too."""

FORMAT = 4
"""SQLCipher's; a later driver must not take its own for granted."""

_TAG_BYTES = 64
_TAG_SALT_MASK = 0x3A
_TAG_KEY_BYTES = 32
_EVEN = 480  # chi-squared over 256 values: 255 ± 23 for random bytes, thousands for anything written by people


def unlock(connection: Any, key: DatabaseKey) -> None:
    """Give a fresh connection its key, before it reads or writes anything.

    The key is used as it is: no time is spent on deriving it. Raises StorageError where the driver cannot encrypt.
    """
    if not _encrypts(connection):
        raise StorageError(
            "The database driver of this installation cannot encrypt, so nothing was opened or written. "
            "Install Kairos again."
        )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would print to the terminal; errors reach us anyway
    connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
    connection.execute(f"PRAGMA cipher_compatibility = {FORMAT}")


def require(driver: ModuleType) -> None:
    """Raise StorageError where the driver is plain SQLite: it would take a key and write in the clear."""
    with closing(driver.connect(":memory:", isolation_level=None)) as connection:
        unlock(connection, DatabaseKey(bytes(32)))


def _encrypts(connection: Any) -> bool:
    answer = connection.execute("PRAGMA cipher_version").fetchone()
    return bool(answer and answer[0])


def is_plain(head: bytes) -> bool:
    """Whether a file that starts so is a SQLite database in the clear."""
    return head.startswith(PLAIN_MAGIC)


def looks_encrypted(page: bytes) -> bool:
    """Whether a first page can be an encrypted one: whole, and as even as random bytes are."""
    if len(page) < PAGE_BYTES or is_plain(page):
        return False
    expected = PAGE_BYTES / 256
    counts = [0] * 256
    for byte in page[:PAGE_BYTES]:
        counts[byte] += 1
    return sum((count - expected) ** 2 for count in counts) / expected < _EVEN


class PageTags:
    """Checks what pages of one file carry to prove that they were written with the key."""

    def __init__(self, key: DatabaseKey, salt: bytes) -> None:
        masked = bytes(byte ^ _TAG_SALT_MASK for byte in salt)
        # PBKDF2 with two rounds, by hand: from Python 3.12 on hashlib has it only with OpenSSL, which the recorder
        # does without.
        first = hmac.digest(key.raw, masked + (1).to_bytes(4, "big"), "sha512")
        second = hmac.digest(key.raw, first, "sha512")
        self._key = bytes(one ^ other for one, other in zip(first, second, strict=True))[:_TAG_KEY_BYTES]

    def proves(self, page: bytes, number: int) -> bool:
        """Whether the page is whole and was written with the key. number: counted from 1."""
        start = SALT_BYTES if number == 1 else 0
        told = hmac.digest(self._key, page[start:-_TAG_BYTES] + number.to_bytes(4, "little"), "sha512")
        return len(page) == PAGE_BYTES and hmac.compare_digest(told, page[-_TAG_BYTES:])
