"""JSON read piece by piece, so that a file of any size needs little memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any, NoReturn

from engine.domain.errors import ImportFailed
from engine.importers.reading import ForeignFile, cut_off

LARGEST_VALUE = 64 << 20
"""Characters of one value that is read whole; an entry of an export has a few hundred."""

_SPACE = " \t\n\r"
_OF_NUMBERS = "+-.eE0123456789"


class JsonStream:
    """Walks through the JSON of a file: objects key by key, arrays item by item, values whole.

    Every method raises ImportFailed where the file is no JSON or ends too early.
    """

    def __init__(self, file: ForeignFile) -> None:
        self._file = file
        self._blocks = file.blocks()
        # What is not UTF-8 survives as lone surrogates, which keeps places countable and is cleaned from titles.
        self._errors = "surrogateescape" if file.encoding == "utf-8" else "strict"
        self._decoder = codecs.getincrementaldecoder(file.encoding)(self._errors)
        self._json = JSONDecoder(parse_constant=_refuse_constant)
        self._text, self._place = "", 0
        self._before = 0  # bytes of the file before the text
        self._ended = False
        if self.peek() == "\ufeff":
            self._place += 1

    def close(self) -> None:
        """Let go of the file."""
        self._blocks.close()

    def offset(self) -> int:
        """Return the place in the file, in bytes."""
        return self._before + self._size(self._text[: self._place])

    def peek(self) -> str:
        """Return the next character that is no space, empty at the end of the file."""
        while True:
            text, place = self._text, self._place
            while place < len(text) and text[place] in _SPACE:
                place += 1
            self._place = place
            if place < len(text):
                return text[place]
            if not self._more():
                return ""

    def entries(self) -> Iterator[str]:
        """Walk through the object that comes next: after each key its value must be read."""
        self._take("{")
        if self.peek() != "}":
            while True:
                if self.peek() != '"':
                    self._fail()
                key = self.value()
                self._take(":")
                yield str(key)
                if self.peek() != ",":
                    break
                self._take(",")
        self._take("}")

    def items(self) -> Iterator[None]:
        """Walk through the array that comes next: at each step one value must be read."""
        self._take("[")
        if self.peek() != "]":
            while True:
                yield
                if self.peek() != ",":
                    break
                self._place += 1
        self._take("]")

    def sequence(self) -> Iterator[None]:
        """Walk through values that follow one another up to the end of the file."""
        while self.peek():
            yield

    def value(self) -> Any:
        """Return the whole value that comes next."""
        if not self.peek():
            raise cut_off(self._file)
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._place)
            except JSONDecodeError as error:
                if not self._more(len(self._text) - self._place):
                    self._give_up(error)
                continue
            except (ValueError, RecursionError):  # NaN, a number of thousands of digits, a thousand brackets
                self._fail()
            if self._whole(value, end) or not self._more():
                self._place = end
                return value

    def _whole(self, value: Any, end: int) -> bool:
        """Tell whether nothing in the next block can belong to the value: only a number says not where it ends."""
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return not number or bool(self._text[end : end + 2].strip(_OF_NUMBERS)) or len(self._text) > end + 2

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self.peek():
            self._fail()

    def _take(self, character: str) -> None:
        if self.peek() != character:
            self._fail()
        self._place += 1

    def _more(self, at_least: int = 0) -> bool:
        """Read on and tell whether there was anything; drops what was read before the place."""
        if self._ended or len(self._text) - self._place > LARGEST_VALUE:
            return False
        self._before += self._size(self._text[: self._place])
        pieces, got = [self._text[self._place :]], 0
        while got <= at_least and not self._ended:
            piece = self._next()
            pieces.append(piece)
            got += max(1, len(piece))
        self._text, self._place = "".join(pieces), 0
        return got > 0

    def _next(self) -> str:
        block = next(self._blocks, b"")
        self._ended = not block
        try:
            return self._decoder.decode(block, final=self._ended)
        except UnicodeDecodeError as cause:
            raise ImportFailed(f"{self._file.path.name} holds bytes that are no text. Export it again.") from cause

    def _size(self, text: str) -> int:
        return len(text) if text.isascii() and self._file.encoding == "utf-8" else len(self._encoded(text))

    def _encoded(self, text: str) -> bytes:
        return text.encode(self._file.encoding, self._errors)

    def _give_up(self, error: JSONDecodeError) -> NoReturn:
        """Tell a file that ends too early from one that is wrong somewhere."""
        if self._ended and (error.msg.startswith("Unterminated") or error.pos >= len(self._text.rstrip(_SPACE))):
            raise cut_off(self._file)
        self._fail()

    def _fail(self) -> NoReturn:
        if not self.peek():
            raise cut_off(self._file)
        raise ImportFailed(
            f"{self._file.path.name} is not the JSON it should be (byte {self.offset()}). "
            "Check which program wrote it, or export it again."
        )


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def load_items(file: ForeignFile, text: str) -> list[Any]:
    """Return the values of a cut-out, commas between them or not; ImportFailed where the file changed meanwhile."""
    text = text.strip(_SPACE + ",")
    try:
        return list(json.loads(f"[{text}]"))
    except JSONDecodeError:
        return list(_one_by_one(file, text))


def _one_by_one(file: ForeignFile, text: str) -> Iterator[Any]:
    decoder, place = JSONDecoder(), 0
    while place < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as cause:
            raise ImportFailed(f"{file.path.name} changed while it was read. Try again.") from cause
        yield value
        while place < len(text) and text[place] in _SPACE + ",":
            place += 1
