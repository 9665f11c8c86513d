"""Sites read off browser titles and URLs."""

from __future__ import annotations

from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.history.sites import is_browser, page_title, site_from_url, site_of


@pytest.mark.parametrize(
    ("app", "title", "site"),
    [
        ("firefox", "Query v2 12 - Stack Overflow — Mozilla Firefox", "stackoverflow.com"),
        ("firefox", "Fix it by me · Pull Request #5 · a/b · GitHub — Mozilla Firefox", "github.com/a/b"),
        ("firefox", "Broken · Issue #12 · psf/black — Mozilla Firefox", "github.com/psf/black"),
        ("firefox", "GitHub - psf/black: The formatter — Mozilla Firefox", "github.com/psf/black"),
        ("Google-chrome", "(3) Cats - YouTube - Google Chrome", "youtube.com"),
        ("Google-chrome", "猫_哔哩哔哩_bilibili - Google Chrome - Person 1", "bilibili.com"),
        ("chromium-browser", "为什么 - 知乎 - Chromium", "zhihu.com"),
        ("msedge", "Foo : r/python and 3 more pages - Personal - Microsoft\u200b Edge", "reddit.com/r/python"),
        ("msedge.exe", "必应 和另外 2 个页面 - 个人 - Microsoft\u200b Edge", "bing.com"),
        ("org.mozilla.firefox", "python教程-CSDN博客 — Mozilla Firefox", "csdn.net"),
        ("firefox", "Notes - https://docs.example.org/a/b?x=1#y — Mozilla Firefox", "docs.example.org/a/b"),
        ("firefox", "www.example.com/report — Mozilla Firefox", "example.com/report"),
        ("firefox", "localhost:8080/admin — Mozilla Firefox", "localhost/admin"),
        ("firefox", "README.md — Mozilla Firefox", ""),
        ("firefox", "A page nobody knows — Mozilla Firefox", ""),
        ("firefox", "Mozilla Firefox", ""),
        ("firefox", "", ""),
        ("code", "plan - Stack Overflow", ""),
    ],
)
def test_site_of(app: str, title: str, site: str) -> None:
    assert site_of(app, title) == site


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Example.com/A/b/?q=1#x", "example.com/A/b"),
        ("http://user:pw@host.org:8080/", "host.org"),
        ("https://zh.wikipedia.org/wiki/%E7%8C%AB", "zh.wikipedia.org/wiki/猫"),
        ("about:blank", ""),
        ("file:///home/me/x", ""),
        ("chrome://settings", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_site_from_url(url: str, site: str) -> None:
    assert site_from_url(url) == site


def test_a_browser_is_known_by_any_of_its_names() -> None:
    assert all(
        is_browser(app) for app in ("firefox", "Firefox.exe", "org.mozilla.firefox", "Google Chrome", "360chrome")
    )
    assert not any(is_browser(app) for app in ("", "code", "thunderbird", "firewall"))


def test_the_page_title_is_what_the_page_says() -> None:
    assert page_title("(12) Inbox - me - Gmail — Mozilla Firefox") == "Inbox - me - Gmail"
    assert page_title("Draft - Google Chrome - Work") == "Draft"
    assert page_title("No browser at all") == "No browser at all"


@given(st.text(max_size=80))
def test_any_title_gives_a_site_or_nothing(title: str) -> None:
    site = site_of("firefox", title)
    assert site == site.strip()
    assert "://" not in site


def test_a_huge_title_costs_nothing() -> None:
    began = thread_time()
    for part in ("a - ", "http://", "(1) ", "· Issue #1 ", "r/", "_"):
        site_of("firefox", part * 30_000)
    assert thread_time() - began < 0.2
