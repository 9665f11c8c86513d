"""What the engine refuses is said in the person's language, and names what it is about."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.encoder_folders import change_json, copy_of_small
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.dialogs.error_messages import KNOWN, known_message
from desktop_app.dialogs.error_words import error_message, error_title
from engine.documents.search.query import understand
from engine.domain import errors, packs, sharing
from engine.domain.calendar import Calendar
from engine.domain.days import DayRule
from engine.domain.errors import EncoderError, FolderTooWide, KairosError, StorageBusy, UsageError
from engine.mind.encoder import SentenceEncoder
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
        "api/documents.py",
        "api/document_use.py",
        "api/document_search.py",
        "documents/naming.py",
        "documents/opening.py",
        "mind/encoder.py",
        "mind/network/config.py",
        "mind/network/tokenizer_file.py",
        "storage/folders.py",
        "planning/calendar_files/files.py",
        "planning/calendar_files/parts.py",
        "planning/calendar_files/read.py",
        "planning/calendars.py",
        "domain/calendar_words.py",
        "storage/feedback.py",
        "storage/ratings.py",
        "storage/focus_sessions.py",
        "storage/plan_changes.py",
        "planning/block_checks.py",
        "planning/occurrences.py",
        "planning/plan.py",
        "planning/plan_edits.py",
        "planning/planner.py",
        "planning/recurrence.py",
        "planning/repeat_rule.py",
        "planning/series.py",
        "planning/focus/asked.py",
        "planning/focus/service.py",
        "api/mind_feedback.py",
        "api/mind_training.py",
        "learning/cards.py",
        "learning/levels.py",
        "learning/recall.py",
        "learning/skills.py",
        "learning/weeks.py",
        "storage/recall_cards.py",
        "storage/skills.py",
        "api/erasing.py",
        "api/keys.py",
        "api/retention.py",
        "domain/erasing.py",
        "storage/erase/traces.py",
        "api/key_change.py",
        "bootstrap/unlocking.py",
        "keys/child.py",
        "keys/cipher.py",
        "keys/handover.py",
        "keys/key_file.py",
        "keys/locksmith.py",
        "keys/os_keyring.py",
        "keys/passphrase.py",
        "keys/recovery_code.py",
        "api/team.py",
        "domain/sharing.py",
        "api/packs.py",
        "planning/templates.py",
        "sharing/packs/blocks_shelf.py",
        "sharing/packs/fields.py",
        "sharing/packs/learning_shelf.py",
        "sharing/packs/materials.py",
        "sharing/packs/notation.py",
        "sharing/packs/rules_shelf.py",
        "storage/pack_imports.py",
        "sharing/team/asking.py",
        "sharing/team/member.py",
        "sharing/team/quarters.py",
        "sharing/team/unmasking.py",
        "sharing/week/charges_file.py",
        "sharing/week/file.py",
        "sharing/week/ledger.py",
        "sharing/week/service.py",
    )
]

FILTERS = ("type", "in", "after", "before", "used")


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
            kind = _kind(node.func.id)
            asked = kind is FolderTooWide  # the window asks whether the person is sure, in words of its own
            if isinstance(kind, type) and issubclass(kind, KairosError) and not asked:
                yield _text(node.args[0])


def _kind(name: str) -> object:
    """Return the kind of error of this name, or that a function of it gives."""
    if name == "refused":
        return UsageError
    return next((getattr(module, name) for module in (errors, packs, sharing) if hasattr(module, name)), None)


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


@pytest.mark.parametrize(
    "question",
    [
        'an "open one', "type:pdf", "x type:sculpture", "x in:nowhere", "x used:soon", "x used:2026-03..2026-01",
        "x after:3000", "x used:9999y", *(f"x -{name}:1" for name in FILTERS), *(f"x {name}:" for name in FILTERS),
    ],
)  # fmt: skip
def test_whatever_is_wrong_with_a_question_is_said_in_chinese(question: str, chinese: None) -> None:
    with pytest.raises(UsageError) as refused:
        understand(question, Calendar(1_795_262_400_000, DayRule("UTC")))
    said = error_message(refused.value)
    assert re.search("[\u4e00-\u9fff]", said), refused.value.message
    assert "Write" not in said
    assert "Say" not in said


def test_a_folder_of_another_kind_of_model_is_refused_in_chinese(tmp_path: Path, chinese: None) -> None:
    folder = copy_of_small(tmp_path)
    change_json(folder / "tokenizer.json", model={"type": "BPE"})
    with pytest.raises(EncoderError) as refused:
        SentenceEncoder(folder, None).check()
    said = error_message(refused.value)
    assert said.startswith(f"{folder / 'tokenizer.json'} 无法使用：它的种类是 'BPE'")
    assert error_title(refused.value) == "语言模型无法使用"


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


@pytest.mark.usefixtures("chinese")
def test_what_the_parser_says_in_english_stays_out_of_a_chinese_window() -> None:
    assert (
        known_message("This is no pack: it is not TOML (Expected '=' after a key…).")
        == "这不是资料包：它不是 TOML 文件。"
    )
    told = known_message("This is no pack: it is not TOML (Invalid value (at line 3, column 5)).")
    assert told == "这不是资料包：它的第 3 行不是 TOML。"
