"""What the engine refuses on the Documents page and in its dialog is said in Chinese where the window speaks it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.documents_room import DocumentsRoom
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.dialogs.document_folder import EditDocumentFolder
from engine.domain.documents import Folder
from engine.domain.errors import EncoderError, UsageError
from engine.paths import resource

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def chinese(qapp: QApplication) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(resource("translations/kairos_zh_CN.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_a_question_that_is_not_understood(room: DocumentsRoom) -> None:
    room.page.search.search('an "open one')
    room.qtbot.waitUntil(lambda: any(text.startswith("有一个引号没有闭合。") for text in room.seen()))


def test_why_nothing_is_found_by_meaning_is_told_where_a_model_is_offered(room: DocumentsRoom) -> None:
    foot = room.page.search.foot
    room.documents.worker.lacks = EncoderError("/m holds no config.json. Choose the folder of an encoder, or none.")
    room.page.search.search("budget")
    room.qtbot.waitUntil(foot.lack.isVisible)
    assert foot.lack.toolTip() == foot.lack.accessibleDescription() == (
        "/m 中没有 config.json。请选择语言模型的文件夹，或不选。"
    )  # fmt: skip


def test_a_folder_that_cannot_be_added_and_one_that_cannot_be_changed(room: DocumentsRoom) -> None:
    page = room.page
    page._fail(UsageError("/a lies in /, which is one of your folders: it is indexed already."))
    assert page.error.text() == "⚠ 无法这样做。/a 位于你的文件夹 / 之中，已经会被读取。"
    dialog = EditDocumentFolder(Folder(1, "/a"), "/a", page)
    dialog.refuse(UsageError("The largest size of a document can be from 1 byte to 4 GiB."))
    assert dialog.error.text().endswith("文档的最大大小可以是 1 字节到 4 GiB。")
