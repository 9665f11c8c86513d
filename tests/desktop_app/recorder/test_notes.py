"""Every sentence the engine can say of a Linux desktop or of its database is known to the window in Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.recorder.notes import KNOWN, note_words
from desktop_app.recorder.words import state_sentence
from engine.api.recording import account
from engine.paths import resource

ROOT = Path(__file__).resolve().parents[3]
PLATFORMS = ROOT / "engine" / "tracking" / "platforms"
ELSEWHERE = ("macos", "windows")
SOURCES = [
    *(path for path in sorted(PLATFORMS.glob("*.py")) if not path.name.startswith(ELSEWHERE)),
    ROOT / "engine" / "tracking" / "service.py",
    ROOT / "engine" / "tracking" / "shortcut.py",
    ROOT / "engine" / "storage" / "translate.py",
]


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(resource("translations/kairos_zh_CN.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def _sentences(path: Path) -> Iterator[str]:
    """Yield what looks like a sentence for people; what is put in is a word that is in no language."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed_over = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed_over.update(id(part) for part in ast.walk(node) if part is not node)
    for node in ast.walk(tree):
        if id(node) in passed_over:
            continue
        text = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = re.sub(r"\{\w+\}", "/qqq", node.value)
        elif isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "/qqq" for part in node.values)
        if " " in text and text.rstrip().endswith("."):
            yield re.sub(r"^/qqq (?=[A-Z])", "", text)  # a whole message stands before it


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_note_on_linux_has_a_chinese_sentence(path: Path, chinese: None) -> None:
    for sentence in _sentences(path):
        words = note_words(sentence)
        assert re.search("[\u4e00-\u9fff]", words), sentence
        assert not re.search(r"[a-z]+ (is|the|not|this|again|cannot)\b", words), words
        assert words.count("/qqq") == sentence.count("/qqq"), words


def test_the_sources_are_where_this_test_looks() -> None:
    found = [sentence for path in SOURCES for sentence in _sentences(path)]
    assert len(found) >= 40


def test_the_word_of_a_recorder_that_has_not_spoken_yet(chinese: None) -> None:
    assert state_sentence(account(None, None, runs=True)) == "记录程序正在启动"


def test_a_note_of_two_sentences_and_one_unknown(chinese: None) -> None:
    note = "The X server went away. Kairos tries again until it is back. Something new."
    words = note_words(note)
    assert words.endswith("Something new.")
    assert "again" not in words


def test_what_is_not_known_is_shown_as_it_came(chinese: None) -> None:
    for text in ("", "Something new.", "  %1 ", "x" * 5_000):
        assert note_words(text) == text


def test_every_known_sentence_is_said_in_english_as_it_came(qapp: QApplication) -> None:
    for source in KNOWN:
        text = re.sub(r"%\d", "/home/a person", source)
        assert note_words(text) == text
