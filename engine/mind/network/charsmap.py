"""SentencePiece's compiled table of characters: what each becomes before a text is cut into pieces.

The layout: 4 bytes with the length of a trie, the trie (a double array of 32-bit units), then the replacements, each
ended by a zero. Source: Darts-clone (the trie's units), SentencePiece (normalisation by the shortest match).
"""

from __future__ import annotations

import struct
import unicodedata

_UNIT_BYTES = 4
_LONGEST_CLUSTER = 6  # bytes; longer ones are looked up character by character
_JOINERS = "\u200c\u200d\u0e33\u0eb3\uff9e\uff9f"  # stand on what is before them, though Unicode calls them no marks


class CharsMap:
    """A compiled table; a table that points outside of itself finds nothing there."""

    def __init__(self, compiled: bytes) -> None:
        """Raise ValueError for bytes that cannot be a table."""
        length = int.from_bytes(compiled[:_UNIT_BYTES], "little")
        if length % _UNIT_BYTES or not _UNIT_BYTES <= length <= len(compiled) - _UNIT_BYTES:
            raise ValueError("the table of characters is cut off")
        self._units = struct.unpack_from(f"<{length // _UNIT_BYTES}I", compiled, _UNIT_BYTES)
        self._texts = compiled[_UNIT_BYTES + length :]
        self._known: dict[str, str | None] = {}

    def __call__(self, text: str) -> str:
        """Return the text with its characters replaced."""
        return "".join(self._replaced(cluster) for cluster in _clusters(text))

    def _replaced(self, cluster: str) -> str:
        if len(cluster.encode("utf-8", "replace")) < _LONGEST_CLUSTER:
            whole = self._looked_up(cluster)
            if whole is not None:
                return whole
        found = ((character, self._looked_up(character)) for character in cluster)
        return "".join(character if other is None else other for character, other in found)

    def _looked_up(self, key: str) -> str | None:
        if key not in self._known:
            self._known[key] = self._shortest_match(key.encode("utf-8", "replace"))
        return self._known[key]

    def _shortest_match(self, key: bytes) -> str | None:
        """Walk the trie along the key; the first replacement on the way counts."""
        place = _offset(self._units[0])
        for byte in key:
            place ^= byte
            unit = self._unit(place)
            if unit is None or unit & 0x800000FF != byte:
                return None
            place ^= _offset(unit)
            leaf = self._unit(place) if unit >> 8 & 1 else None
            if leaf is not None:
                start = leaf & 0x7FFFFFFF
                return self._texts[start : self._texts.find(b"\0", start)].decode("utf-8", "replace")
        return None

    def _unit(self, place: int) -> int | None:
        return self._units[place] if place < len(self._units) else None


def _offset(unit: int) -> int:
    return unit >> 10 << ((unit & 1 << 9) >> 6)


def _clusters(text: str) -> list[str]:
    """Return the characters, each with the marks that stand on it; a line break of two characters is one.

    Marks stand on no control character, and no line break.
    """
    found: list[str] = []
    for character in text:
        last = found[-1] if found else ""
        if (_joins(character) and last and _carries(last[-1])) or (character == "\n" and last == "\r"):
            found[-1] += character
        else:
            found.append(character)
    return found


def _joins(character: str) -> bool:
    return not character.isascii() and (character in _JOINERS or unicodedata.category(character)[0] == "M")


def _carries(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp")
