"""A background that answers at once, on the thread that asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from engine.domain.errors import KairosError


class InPlace:
    """Stands in for Background where the order of threads does not matter."""

    def ask(
        self,
        owner: QObject,
        question: Callable[[], Any],
        answer: Callable[[Any], object] | None = None,
        failed: Callable[[KairosError], object] | None = None,
    ) -> None:
        """Ask and deliver."""
        try:
            value = question()
        except KairosError as error:
            if failed is None:
                raise
            failed(error)
            return
        if answer is not None:
            answer(value)
