"""An error in one text ends its title as the language of the title does."""

from __future__ import annotations

from desktop_app.dialogs.error_words import error_sentence
from engine.domain.errors import KairosError, UsageError


class _Chinese(KairosError):
    title = "无法使用这个文件"


def test_title_and_message_are_one_text_with_the_full_stop_of_the_language() -> None:
    assert error_sentence(UsageError("This day is over.")) == "That cannot be done. This day is over."
    assert error_sentence(_Chinese("它不是团队汇总的文件。")) == "无法使用这个文件。它不是团队汇总的文件。"
