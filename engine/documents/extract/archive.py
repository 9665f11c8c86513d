"""Zip archives under caps: how many members, how much they unpack to, none upon another, none locked, names unused."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from engine.documents.extract.troubles import Refused, Trouble

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # the container of formats before 2007, and of those locked with a password
_MOST_MEMBERS = 20_000
_MOST_BYTES = 400_000_000  # unpacked, of all members that are read
_MOST_RATIO = 250
_RATIO_MATTERS = 4_000_000  # bytes; small members may shrink as they like
_BLOCK = 1 << 16
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The members of a zip archive by name; raises Refused wherever something is not as it should be."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD_OFFICE):
            raise Refused(Trouble.OLD_FORMAT)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise Refused(Trouble.DAMAGED, type(error).__name__) from None
        members = self._zip.infolist()
        if len(members) > _MOST_MEMBERS:
            raise Refused(Trouble.BOMB, "members")
        _refuse_overlaps(members)
        self._members = {member.filename.lstrip("/"): member for member in reversed(members)}
        self._left = _MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def names(self) -> list[str]:
        """Return the members' names."""
        return list(self._members)

    def read(self, name: str) -> bytes:
        """Return a member whole; empty where there is none of that name."""
        return b"".join(self.blocks(name))

    def blocks(self, name: str) -> Iterator[bytes]:
        """Yield a member bit by bit; nothing where there is none of that name."""
        member = self._members.get(name)
        if member is None:
            return
        self._check(member)
        try:
            with self._zip.open(member) as stream:
                while block := stream.read(_BLOCK):
                    self._left -= len(block)
                    if self._left < 0:
                        raise Refused(Trouble.BOMB, "bytes")
                    yield block
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
            raise Refused(Trouble.DAMAGED, type(error).__name__) from None

    @staticmethod
    def _check(member: zipfile.ZipInfo) -> None:
        if member.flag_bits & _ENCRYPTED:
            raise Refused(Trouble.PASSWORD)
        if member.compress_type not in _METHODS:
            raise Refused(Trouble.DAMAGED, "method")
        # What is unpacked beyond the size a member declares is never given out.
        if member.file_size > _RATIO_MATTERS and member.file_size > _MOST_RATIO * max(member.compress_size, 1):
            raise Refused(Trouble.BOMB, "ratio")


def _refuse_overlaps(members: list[zipfile.ZipInfo]) -> None:
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            raise Refused(Trouble.BOMB, "overlap")
        end = member.header_offset + _LOCAL_HEADER + member.compress_size
