"""What the person has chosen, and choosing it."""

from __future__ import annotations

from collections.abc import Callable

from engine.paths import ProfilePaths
from engine.settings import Settings, load_settings, save_settings


class Preferences:
    """The settings of one profile; check_pattern refuses a bad pattern, changed tells the recorder to read anew."""

    def __init__(
        self, paths: ProfilePaths, *, check_pattern: Callable[[str], None], changed: Callable[[], None]
    ) -> None:
        self._paths = paths
        self._check_pattern = check_pattern
        self._changed = changed

    def load(self) -> Settings:
        """Return the settings; SettingsError where the file cannot be understood."""
        return load_settings(self._paths.settings)

    def week_start(self) -> int:
        """Return the first day of a week, 0 for Monday; SettingsError as load."""
        return self.load().tracking.week_start.number

    def change(self, settings: Settings) -> None:
        """Save the settings and tell the recorder.

        PatternError for a bad pattern, before anything is saved; SettingsError where the file cannot be written.
        """
        for pattern in settings.privacy.excluded_titles:
            self._check_pattern(pattern)
        save_settings(self._paths.settings, settings)
        self._changed()
