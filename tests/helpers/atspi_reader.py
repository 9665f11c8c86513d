"""Reads what a real screen reader would be told over D-Bus; run by the system's Python, which alone has pyatspi.

Prints one line of JSON for each line of its input: "tree" for every control of the application "kairos" that can
have the keys, "focus" for the one that has them.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Any

_APP = "kairos"
_LIST = "list"  # its rows are texts, and there may be hundreds


def main() -> None:
    """Answer until there is no more input."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    atspi = importlib.import_module("pyatspi")
    for line in sys.stdin:
        controls = [_told(atspi, one) for one in _controls(atspi)]
        found = controls if line.strip() == "tree" else [one for one in controls if one["focused"]]
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


def _controls(atspi: Any) -> Iterator[Any]:
    """Yield what is on screen and can have the keys."""
    desktop = atspi.Registry.getDesktop(0)
    for app in desktop:
        if app is not None and app.name.casefold() == _APP:
            for window in app:
                yield from _below(atspi, window)


def _below(atspi: Any, node: Any) -> Iterator[Any]:
    if node is None:
        return
    states = node.getState()
    if not states.contains(atspi.STATE_SHOWING):
        return
    if states.contains(atspi.STATE_FOCUSABLE):
        yield node
    if not states.contains(atspi.STATE_MANAGES_DESCENDANTS) and node.getRoleName() != _LIST:
        for place in range(min(node.childCount, 400)):
            yield from _below(atspi, node.getChildAtIndex(place))


def _told(atspi: Any, node: Any) -> dict[str, object]:
    states = node.getState()
    labels = [
        relation.getTarget(0).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == atspi.RELATION_LABELLED_BY
    ]
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "label": " ".join(labels),
        "description": node.description,
        "focused": states.contains(atspi.STATE_FOCUSED),
        "checked": states.contains(atspi.STATE_CHECKED),
    }


if __name__ == "__main__":
    main()
