"""Which windows belong to which browser's watcher.

A watcher in a browser knows its page and not whether its window is in front; only time in which one of that
browser's windows was in front counts. Names after ActivityWatch's own table, without case and endings.
"""

from __future__ import annotations

from functools import lru_cache

_WINDOWS = {
    "chrome": ("chrome", "google-chrome", "google chrome", "chromium", "brave-browser"),
    "chromium": ("chromium",),
    "firefox": ("firefox", "nightly", "org.mozilla.firefox", "librewolf", "waterfox", "zen"),
    "opera": ("opera",),
    "brave": ("brave",),
    "edge": ("msedge", "microsoft edge", "microsoft-edge"),
    "vivaldi": ("vivaldi",),
    "safari": ("safari",),
    "arc": ("arc",),
    "orion": ("orion",),
}
_ALL = tuple(name for names in _WINDOWS.values() for name in names)
_WATCHER = "aw-watcher-web"


@lru_cache(maxsize=1_024)
def browser_of(bucket: str) -> str:
    """Return the browser a bucket's name tells, lower case ("aw-watcher-web-firefox_host": "firefox")."""
    name = bucket.removeprefix(_WATCHER).lstrip("-").partition("_")[0].casefold()
    return next((known for known in _WINDOWS if name.startswith(known)), name)


@lru_cache(maxsize=16_384)
def is_window_of(bucket: str, app: str) -> bool:
    """Tell whether a window of the app may show the page that this bucket's watcher reports.

    A watcher that does not name its browser is taken at its word for the windows of every browser known.
    """
    name = app.casefold().removesuffix(".exe")
    browser = browser_of(bucket)
    wanted = _WINDOWS.get(browser, (browser,)) if browser else _ALL
    return any(name == one or name.startswith((f"{one}-", f"{one} ")) for one in wanted)
