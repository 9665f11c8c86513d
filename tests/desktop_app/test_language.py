"""Which language is spoken, and that it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop_app.language import Speech, spoken
from engine.paths import resource
from engine.settings import Language


class System(QLocale):
    """A system whose person prefers the languages given."""

    def __init__(self, *languages: str) -> None:
        super().__init__(languages[0])
        self._languages = list(languages)

    def uiLanguages(self, *_: object) -> list[str]:
        return self._languages


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    made = Speech(qapp)
    yield made
    made.fall_silent()
    made.deleteLater()
    QLocale.setDefault(QLocale("C"))


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (("zh-CN",), Language.CHINESE),
        (("zh-Hans-SG", "en-SG"), Language.CHINESE),
        (("en-US", "zh-CN"), Language.ENGLISH),
        (("de-DE", "zh-CN"), Language.CHINESE),
        (("de-DE",), Language.ENGLISH),
    ],
)
def test_the_systems_first_language_that_is_spoken_here(system: tuple[str, ...], expected: Language) -> None:
    assert spoken(Language.SYSTEM, System(*system)) is expected


def test_a_choice_beats_the_system() -> None:
    assert spoken(Language.ENGLISH, System("zh-CN")) is Language.ENGLISH
    assert spoken(Language.CHINESE, System("en-US")) is Language.CHINESE


def test_a_file_that_is_written_over_changes_nothing_that_is_spoken(speech: Speech, tmp_path: Path) -> None:
    file = tmp_path / "kairos_zh_CN.qm"
    content = resource("translations/kairos_zh_CN.qm").read_bytes()
    file.write_bytes(content)
    speech._install("kairos_zh_CN", str(tmp_path))
    with file.open("r+b") as there:
        there.write(bytes(len(content)))
    assert QCoreApplication.translate("Pages", "Today") == "今天"


@pytest.mark.parametrize("content", [None, b"", b"no translations"])
def test_a_missing_or_damaged_file_leaves_english(speech: Speech, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "kairos_zh_CN.qm").write_bytes(content)
    speech._install("kairos_zh_CN", str(tmp_path))
    assert QCoreApplication.translate("Pages", "Today") == "Today"


def test_speaking_changes_words_dates_and_back(speech: Speech) -> None:
    assert speech.speak(Language.CHINESE)
    assert QCoreApplication.translate("Pages", "Today") == "今天"
    assert QLocale().language() == QLocale.Language.Chinese
    assert not speech.speak(Language.CHINESE)
    assert speech.speak(Language.ENGLISH)
    assert QCoreApplication.translate("Pages", "Today") == "Today"
    assert QLocale().language() == QLocale.Language.English


def test_one_is_not_many_in_english(speech: Speech) -> None:
    speech.speak(Language.ENGLISH)
    counted = [QCoreApplication.translate("DayWords", "%n other apps", "", number) for number in (1, 2)]
    assert counted == ["1 other app", "2 other apps"]
