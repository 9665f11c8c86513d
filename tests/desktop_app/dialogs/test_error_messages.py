"""What the engine refuses is said in the person's language, and names what it is about."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.dialogs.error_messages import KNOWN
from desktop_app.dialogs.error_words import error_message
from engine.domain.errors import KairosError, StorageBusy, UsageError
from engine.paths import resource

ENGINE = Path(__file__).resolve().parents[3] / "engine"
SOURCES = [
    ENGINE / place
    for place in (
        "storage/categories.py",
        "storage/goals.py",
        "storage/corrections.py",
        "storage/translate.py",
        "storage/driver.py",
        "history/corrections.py",
        "history/rules/expressions.py",
        "domain/goals.py",
        "domain/report.py",
        "domain/days.py",
        "domain/categories.py",
        "api/away.py",
        "api/recording.py",
        "api/search.py",
    )
]


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(resource("translations/kairos_zh_CN.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _refusals(path: Path) -> Iterator[str]:
    """Yield the messages that a file raises; what is put in is a word that is in no language, or "app"."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            kind = getattr(__import__("engine.domain.errors", fromlist=["x"]), node.func.id, None)
            if isinstance(kind, type) and issubclass(kind, KairosError):
                yield _text(node.args[0])


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "app" for one in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_refusal_is_known_in_chinese(path: Path, chinese: None) -> None:
    messages = [text for text in _refusals(path) if text]
    assert messages
    for text in messages:
        assert re.search("[\u4e00-\u9fff]", error_message(UsageError(text))), text


def test_what_a_message_is_about_stays_as_it_was_named(chinese: None) -> None:
    said = error_message(UsageError("There is a category “<b>%1 (x)</b>” here already. Choose another name."))
    assert said == "这里已有类别“<b>%1 (x)</b>”。请换一个名称。"
    assert error_message(UsageError("A goal like this one takes 1 to 1440 minutes, not 9000.")) == (
        "这样的目标为 1 到 1440 分钟，而不是 9000 分钟。"
    )
    assert "/tmp/a.db" in error_message(
        StorageBusy("Another program has held /tmp/a.db for too long. Close it and try again.")
    )


def test_in_english_and_where_nobody_knows_it_a_message_stays_as_it_came(qapp: QApplication) -> None:
    for text in ("This category is gone already.", "Nobody ever wrote this.", "", "x" * 100_000):
        assert error_message(UsageError(text)) == text
    for source in KNOWN:
        filled = re.sub(r"%\d", "7", source)
        assert error_message(UsageError(filled)) == filled


def test_nobody_s_text_makes_a_pattern_slow() -> None:
    hostile = "A goal like this one takes " + "1 to " * 700 + "minutes, not."
    assert error_message(UsageError(hostile)) == hostile
