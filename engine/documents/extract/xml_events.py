"""XML as events, without a tree: no document type where none belongs, no entities, nothing from outside, not deep."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Protocol
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble

_DEEPEST = 256
_BLOCK = 1 << 16


class Handler(Protocol):
    """What hears of elements; names are "{namespace}name"."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, tag: str) -> None:
        """An element ends."""
        ...

    def data(self, text: str) -> None:
        """Text within the element that is open."""
        ...


class _Shallow:
    """Hands on to a handler what is not too deep."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._depth = 0
        self.data = handler.data

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused(Trouble.TOO_DEEP)
        self._handler.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._handler.end(tag)

    def close(self) -> None:
        """Nothing is kept."""


def parse(blocks: Iterable[bytes], handler: Handler, sink: Sink, *, document_type: bool = False) -> None:
    """Tell the handler what is in an XML document; raises Refused, and Full where the sink has had enough.

    document_type: whether a <!DOCTYPE> is borne; entities never are.
    """
    parser = DefusedXMLParser(target=_Shallow(handler), forbid_dtd=not document_type)
    told = False
    try:
        for block in blocks:
            told = True
            for start in range(0, len(block), _BLOCK):
                parser.feed(block[start : start + _BLOCK])
                sink.check()
        if told:
            parser.close()
    except DefusedXmlException as error:
        raise Refused(Trouble.BOMB, type(error).__name__) from None
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(Trouble.DAMAGED, type(error).__name__) from None


def parse_beside(blocks: Iterable[bytes], handler: Handler, sink: Sink, *, document_type: bool = False) -> None:
    """Parse what a document can do without: where it is damaged the handler heard what stood before."""
    with contextlib.suppress(Refused):
        parse(blocks, handler, sink, document_type=document_type)


def local(tag: str) -> str:
    """Return an element's name without its namespace."""
    return tag.rpartition("}")[2]
