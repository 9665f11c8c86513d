"""What is new in this version, as the shipped files say it in each language."""

from __future__ import annotations

import tomllib

from engine import __version__
from engine.domain.news import Release, news_between
from engine.paths import resource


class News:
    """The news that came with this program."""

    version = __version__

    def all(self, language: str) -> tuple[Release, ...]:
        """Return every version that has news, newest first; English for a language ("zh_CN") that has no file."""
        path = resource(f"whats_new/{language}.toml")
        if not path.is_file():
            path = resource("whats_new/en.toml")
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return tuple(Release(one["version"], tuple(one["lines"])) for one in found["release"])

    def since(self, seen: str, language: str) -> tuple[Release, ...]:
        """Return what is new since the version this profile was opened with before, "" for one never noted."""
        return news_between(self.all(language), seen, self.version)
