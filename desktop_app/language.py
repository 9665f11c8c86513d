"""Which language the window speaks: the system's, or the one chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from engine.paths import resource
from engine.settings import Language


class Speech(QObject):
    """Installs the translations of the language in force and sets the default locale for dates and numbers."""

    def __init__(self, app: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._translators: list[tuple[QTranslator, bytes]] = []  # Qt keeps no copy of the content
        self.language = Language.ENGLISH

    def speak(self, chosen: Language) -> bool:
        """Use the language; returns whether it differs from before, so that what is on screen is drawn anew."""
        language = spoken(chosen, QLocale.system())
        changed = language is not self.language
        self.fall_silent()
        self._install(f"kairos_{language}", str(resource("translations")))
        if language is Language.CHINESE:
            self._install("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        QLocale.setDefault(_locale(language, QLocale.system()))
        self.language = language
        return changed

    def fall_silent(self) -> None:
        """Take the translations out again."""
        for translator, _ in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []

    def _install(self, name: str, folder: str) -> None:
        """Install one file's translations, read whole: Qt would map the file, which an upgrade may write over."""
        try:
            content = Path(folder, f"{name}.qm").read_bytes()
        except OSError:
            return
        translator = QTranslator(self)
        if content and translator.load(content):
            self._app.installTranslator(translator)
            self._translators.append((translator, content))


def spoken(chosen: Language, system: QLocale) -> Language:
    """Return the language to speak: the one chosen, else Chinese where the system asks for it, else English."""
    if chosen is not Language.SYSTEM:
        return chosen
    for tag in system.uiLanguages():
        if tag.startswith("zh"):
            return Language.CHINESE
        if tag.startswith("en"):
            return Language.ENGLISH
    return Language.ENGLISH


def _locale(language: Language, system: QLocale) -> QLocale:
    wanted = QLocale.Language.Chinese if language is Language.CHINESE else QLocale.Language.English
    if system.language() == wanted:
        return system  # keeps the person's own country, so its dates and its 12 or 24 hours
    return QLocale("zh_CN") if language is Language.CHINESE else QLocale("en_GB")
