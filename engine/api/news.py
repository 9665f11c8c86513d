"""What is new in this version, as the shipped files say it in each language."""

from __future__ import annotations

import tomllib
from pathlib import Path

from engine import __version__
from engine.domain.errors import ProfileError
from engine.domain.news import Release, news_between
from engine.paths import resource


class News:
    """The news that came with this program. folder: where they lie, a file a language."""

    version = __version__

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def all(self, language: str) -> tuple[Release, ...]:
        """Return every version that has news, newest first; English for a language ("zh_CN") that has no file."""
        folder = resource("whats_new") if self._folder is None else self._folder
        path = folder / f"{language}.toml"
        if not path.is_file():
            path = folder / "en.toml"
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
            return tuple(Release(str(one["version"]), tuple(map(str, one["lines"]))) for one in found["release"])
        except (OSError, ValueError, KeyError, TypeError) as cause:
            raise ProfileError(f"A program file of Kairos is damaged: {path}. Install Kairos again.") from cause

    def since(self, seen: str, language: str) -> tuple[Release, ...]:
        """Return what is new since the version this profile was opened with before, "" for one never noted."""
        return news_between(self.all(language), seen, self.version)
