"""Which site a browser shows, as far as its title or a URL tells: "github.com/user/project".

A site is host and path, without scheme, "www.", port and query. Titles seldom name it: it is read off a URL in the
title, off the forms of a few sites, and off what known sites call themselves. Where nothing is known it is empty.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from engine.history.title_names import app_names, folded, title_names

LONGEST = 400
_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_BARE = re.compile(
    r"(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|edu|gov|io|dev|app|cn|de|uk|fr|eu|jp|info|me|tv)(?:/\S*)?"
)
_LOCAL = re.compile(r"(?:localhost|127\.0\.0\.1)(?::\d+)?(?:/\S*)?")
_PARTS = re.compile(r" [-–—|·•»] |[|｜]")
_COUNT = re.compile(r"^(?:\(\d+\+?\)|\[\d+\]|●|•)\s*")
_COUNT_STARTS = "([●•"
_MORE_PAGES = re.compile(r" (?:and \d+ more pages?|和另外 \d+ 个页面)\b.*$|和另外 \d+ 个页面.*$")
_FORGE_ITEM = re.compile(r"(?:Issue|Pull Request|Discussion) #\d+ · ([\w.-]+/[\w.-]+)(?: · GitHub)?$", re.IGNORECASE)
_REPOSITORY = re.compile(r"^(?:GitHub - )?([\w.-]{1,40}/[\w.-]{1,100})(?::| at |$| · )")
_SUBREDDIT = re.compile(r"(?:^| : )r/(\w{2,30})(?: - Reddit)?$")


def site_of(app: str, title: str) -> str:
    """Return the site a window shows; empty where the app is no browser or the title does not tell."""
    return _site_in(page_title(title[-LONGEST:])) if title and is_browser(app) else ""


def site_from_url(url: str) -> str:
    """Return host and path of a URL in small letters where case does not count; empty for other things than pages."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return ""
    return (host + unquote(parts.path, errors="replace")).rstrip("/")[:LONGEST]


@lru_cache(maxsize=4_096)
def is_browser(app: str) -> bool:
    """Say whether an app of this name is a browser."""
    return not title_names().browsers.isdisjoint(app_names(app))


def page_title(title: str) -> str:
    """Return a browser page's own title: without the browser's name, a profile's, and counts of what is new."""
    endings = title_names().browser_endings
    text = title
    front, dash, last = _last_part(title)
    if dash and folded(last) in endings:
        text = front
    elif dash:
        before, dash, name = _last_part(front)
        if dash and folded(name) in endings:  # "Page - Google Chrome - Work": the profile comes last
            text = before
    if "pages" in text or "页面" in text:
        text = _MORE_PAGES.sub("", text)
    return _COUNT.sub("", text.strip()) if text[:1] in _COUNT_STARTS else text.strip()


def _last_part(text: str) -> tuple[str, str, str]:
    place = max(text.rfind(" - "), text.rfind(" — "), text.rfind(" – "))
    return (text, "", "") if place < 0 else (text[:place], text[place : place + 3], text[place + 3 :])


def _site_in(page: str) -> str:
    if "://" in page and (url := _URL.search(page)):
        return site_from_url(url.group())
    if " " not in page and (_BARE.fullmatch(page.lower()) or _LOCAL.fullmatch(page.lower())):
        return site_from_url(f"http://{page}")
    return _by_form(page) or _by_name(page)


def _by_form(page: str) -> str:
    item = _FORGE_ITEM.search(page) if "#" in page else None
    if item:
        return f"github.com/{item.group(1)}"
    if "GitHub" in page and (repository := _REPOSITORY.search(page)):
        return f"github.com/{repository.group(1)}"
    reddit = _SUBREDDIT.search(page) if "r/" in page else None
    return f"reddit.com/r/{reddit.group(1)}" if reddit else ""


def _by_name(page: str) -> str:
    sites = title_names().sites
    text = folded(page)
    parts = _PARTS.split(text)
    last = parts[-1].strip()
    for name in (last, text, last.rsplit("_", 1)[-1].rsplit("-", 1)[-1].strip(), parts[0].strip()):
        if name in sites:
            return sites[name]
    return ""
