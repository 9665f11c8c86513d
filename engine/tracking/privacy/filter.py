"""The privacy filter: what may be stored of a window, decided before anything reaches the disk."""

from __future__ import annotations

import logging
import re

from engine.domain.activity import Observed, Window, Withheld
from engine.domain.presence import Presence
from engine.settings import PrivacySettings, TrackingSettings
from engine.tracking.privacy.patterns import TitlePatterns
from engine.tracking.privacy.private_browsing import PrivateWindows
from engine.tracking.privacy.titles import clean_name, clean_title, without_invisible

log = logging.getLogger(__name__)

_SEARCHED, _SEARCHED_END = 16_384, 4_096
_LONGEST_PATH = 4_096
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # no text, or none that could be stored
_FOLDERS = re.compile(r"[/\\]")
_ENDING = re.compile(r"\.(?:exe|app|desktop)$")


class PrivacyFilter:
    """Lets through what the person allows, and nothing when in doubt.

    Apps are excluded by name, without case, compared with the window's app, the last part of an app id such as
    org.keepassxc.KeePassXC, the program's path and its file name. Titles are excluded by pattern, searched in
    the title as it came and as it would be stored. A pattern that cannot be used raises PatternError here, so
    that it is never passed over.
    """

    def __init__(self, tracking: TrackingSettings, privacy: PrivacySettings) -> None:
        self._keep_titles = tracking.titles
        self._keep_private = privacy.record_private_windows
        self._excluded = frozenset(name for app in privacy.excluded_apps for name in (_fold(app), _stem(app)) if name)
        self._patterns = TitlePatterns(privacy.excluded_titles)
        self._private = PrivateWindows()

    def admit(self, window: Window | None) -> Observed:
        """Return what may be stored of the focused window; None, where no window has focus, is a nameless one.

        Never raises: where the filter itself fails the stretch keeps its length and nothing else.
        """
        try:
            return self._decide(window)
        except Exception as failure:  # noqa: BLE001  (fails closed: whatever broke, the title must not get past)
            # The kind of failure only: its message or traceback could carry the title.
            log.error("The privacy filter failed (%s); this stretch is kept without a name.", type(failure).__name__)
            return Observed(Presence.ACTIVE, withheld=Withheld.FILTER)

    def _decide(self, window: Window | None) -> Observed:
        if window is None:
            return Observed(Presence.ACTIVE)
        title = clean_title(window.title)
        names = _names(window)
        if names & self._excluded or (self._patterns and self._title_excluded(window.title, title)):
            return Observed(Presence.ACTIVE, withheld=Withheld.EXCLUDED)
        if not self._keep_private and self._private.shows(names, window.title):
            return Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)
        return Observed(
            Presence.ACTIVE,
            app=clean_name(window.app),
            title=title if self._keep_titles else "",
            executable=clean_name(window.executable),
            platform=clean_name(window.platform),
            document=self._document(window.document),
        )

    def _document(self, path: str) -> str:
        """Return the path as it came, so that the file can be found by it; nothing where it must not be stored.

        It counts as a part of the title: without titles there is none, and their patterns are searched in it.
        """
        if not self._keep_titles or len(path) > _LONGEST_PATH or _UNFIT.search(path):
            return ""
        return "" if self._patterns and self._patterns.found_in(path, clean_title(path)) else path

    def _title_excluded(self, raw: str, cleaned: str) -> bool:
        """Search what would be stored, also without characters that split words unseen, and both ends as they came."""
        return self._patterns.found_in(cleaned, without_invisible(cleaned), raw[:_SEARCHED], raw[-_SEARCHED_END:])


def _names(window: Window) -> frozenset[str]:
    """Return every name the window's app goes by, casefolded."""
    app = _fold(window.app)
    stem = _stem(window.app)
    names = (app, stem, stem.rpartition(".")[2], _fold(window.executable), _stem(window.executable))
    return frozenset(name for name in names if name)


def _fold(name: str) -> str:
    return without_invisible(clean_name(name)).casefold()


def _stem(name: str) -> str:
    """Return the bare file name of a path or app id: no folders, no .exe."""
    return _ENDING.sub("", _FOLDERS.split(_fold(name))[-1])
