"""Values as TOML writes them."""

from __future__ import annotations

import json
from typing import Any, Final

_SHORT: Final = 3
"""So many texts stand on one line together."""


def toml_value(value: Any, *, tall: bool = False) -> str:
    """Return a text, a number, a truth value, a list or a table of such as TOML.

    tall: of a list of several texts each stands on a line of its own, which two versions are compared by.
    """
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml_value(inner, tall=tall)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return _list([toml_value(inner, tall=tall) for inner in value], tall=tall and _of_texts(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return toml_text(value) if isinstance(value, str) else repr(value)


def toml_text(text: str) -> str:
    """Return a text with its quotation marks; what is no text in it becomes a question mark."""
    # JSON's text is TOML's, but for the one control character that JSON lets pass.
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007F")


def _list(values: list[str], *, tall: bool) -> str:
    return "[\n" + "".join(f"  {one},\n" for one in values) + "]" if tall else "[" + ", ".join(values) + "]"


def _of_texts(values: list[Any]) -> bool:
    return len(values) > _SHORT and all(isinstance(one, str) for one in values)
