"""What the apps of this computer are called, in the language asked for."""

from __future__ import annotations

from collections.abc import Mapping

from engine.domain.app_names import AppNames
from engine.domain.corrections import OFFLINE_APP

_OFFLINE = {"zh": {OFFLINE_APP: "离线"}}
"""What time away from the machine is called where “Offline” is no word."""


class InstalledApps:
    """The names of installed apps; each language is read once, from some hundred small files."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._read: dict[str, AppNames] = {}

    def names(self, language: str = "") -> AppNames:
        """Return the names in a language such as "zh_CN"; "" is what the apps call themselves."""
        from engine.history.app_names import read_app_names  # noqa: PLC0415  (not before someone looks at a day)

        if language not in self._read:
            own = _OFFLINE.get(language[:2], {})
            self._read[language] = AppNames({**read_app_names(self._environ, language).known, **own})
        return self._read[language]
