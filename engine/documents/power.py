"""Whether large work may be done now: only on mains power, and only while the machine has nothing better to do."""

from __future__ import annotations

import os

from engine.power import is_busy, load, on_mains

LARGE = 500
"""So many documents or chunks that are due make the work large; less is done at any time."""


def holds_back(due: int, *, on_mains: bool | None, load: float | None, processors: int) -> str:
    """Return why so much work should wait, in a sentence for a person; empty where it need not.

    on_mains, load: None where the system does not tell. load: how many processes wanted to run during the last minute.
    """
    if due <= LARGE:
        return ""
    if on_mains is False:
        return f"Waiting for mains power: {due:,} are due."
    if is_busy(load, processors):
        return f"Waiting until the computer is less busy: {due:,} are due."
    return ""


def of_passages(reason: str) -> str:
    """Return why work should wait, where the work is on passages and not on documents."""
    return reason.replace(" are due.", " passages are due.")


def holds_back_now(due: int) -> str:
    """Return why so much work should wait on this machine now, empty where it need not."""
    if due <= LARGE:
        return ""
    return holds_back(due, on_mains=on_mains(), load=load(), processors=os.cpu_count() or 1)
