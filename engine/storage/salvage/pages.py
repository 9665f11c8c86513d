"""Pages of a damaged file, read without SQLite, which refuses all that follow the first broken one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from engine.domain.database_key import DatabaseKey
from engine.storage.cipher import PAGE_BYTES, PLAIN_MAGIC, SALT_BYTES, PageTags

_RESERVED = 80  # behind each encrypted page: 16 bytes it was mixed with, 64 that prove it
_VECTOR_BYTES = 16
_TRIED = 64
_BITS = SALT_BYTES * 8
_LARGEST_EXPONENT, _SMALLEST_EXPONENT = 16, 9


class Unreadable(Exception):
    """Nothing of the file can be read: it is not encrypted with this key, or all of it is broken."""


class Pages:
    """The pages of one file, numbered from 1. key: of an encrypted file. usable: bytes of a page that hold content.

    salts: what the file may have begun with, where its beginning is broken. Raises Unreadable, OSError.
    """

    def __init__(self, path: Path, key: DatabaseKey | None, salts: Iterable[bytes] = ()) -> None:
        self._file = path.open("rb", buffering=0)
        self._key = key
        self.size = PAGE_BYTES
        reserved = _RESERVED
        head = self._file.read(100)
        if key is None:
            self.size = _page_bytes(head)
            reserved = head[20] if head.startswith(PLAIN_MAGIC) else 0
        self.count = self._file.seek(0, 2) // self.size
        self.usable = self.size - reserved
        try:
            self._tags = None if key is None else self._find_tags(key, (head[:SALT_BYTES], *salts))
        except BaseException:
            self._file.close()
            raise

    def read(self, number: int) -> bytes | None:
        """Return what stands in a page; None where that is broken or there is no such page."""
        page = self._raw(number) if 0 < number <= self.count else b""
        if self._tags is None or self._key is None:
            sound = len(page) == self.size and (page.startswith(PLAIN_MAGIC) if number == 1 else any(page))
            return page if sound else None
        if not self._tags.proves(page, number):
            return None
        start = SALT_BYTES if number == 1 else 0
        vector = page[self.usable : self.usable + _VECTOR_BYTES]
        opened = Cipher(AES(self._key.raw), CBC(vector)).decryptor().update(page[start : self.usable])
        return (PLAIN_MAGIC if number == 1 else b"") + opened + bytes(_RESERVED)

    def _raw(self, number: int) -> bytes:
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size)

    def _find_tags(self, key: DatabaseKey, salts: Iterable[bytes]) -> PageTags:
        """Return what proves pages; the salt that is right is one with which any page is proven."""
        step = max(1, self.count // _TRIED)
        sample = [(number, self._raw(number)) for number in range(2, self.count + 1, step)] or [(1, self._raw(1))]
        for salt in _guesses(salts):
            tags = PageTags(key, salt)
            if any(tags.proves(page, number) for number, page in sample):
                return tags
        raise Unreadable

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _guesses(salts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield each salt, then each with one bit turned round."""
    known = [salt for salt in salts if len(salt) == SALT_BYTES]
    yield from known
    for salt in known[:1]:
        whole = int.from_bytes(salt, "big")
        yield from ((whole ^ 1 << bit).to_bytes(SALT_BYTES, "big") for bit in range(_BITS))


def _page_bytes(head: bytes) -> int:
    told = int.from_bytes(head[16:18], "big")
    told = 1 << _LARGEST_EXPONENT if told == 1 else told
    sound = told in {1 << exponent for exponent in range(_SMALLEST_EXPONENT, _LARGEST_EXPONENT + 1)}
    return told if sound and head.startswith(PLAIN_MAGIC) else PAGE_BYTES
