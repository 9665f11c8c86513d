"""Sites and documents as foreign records tell them, the same way the rules read them off titles."""

from __future__ import annotations

import pytest

from engine.history.sites import site_from_url
from engine.importers.pages import document_of, entry_title, site_of

URLS = (
    "https://www.github.com/python/cpython/?tab=x#readme", "http://user:pw@host.example:8080/a%20b/", "file:///etc/x",
    "about:blank", "", "https://", "https://[broken", "HTTPS://Example.ORG", "chrome://settings", "x" * 1_000,
    "https://host.example/" + "y" * 1_000,
)  # fmt: skip


@pytest.mark.parametrize("url", URLS)
def test_a_site_is_what_the_rules_take_for_one(url: str) -> None:
    assert site_of(url) == site_from_url(url)


def test_neither_names_nor_questions_are_kept() -> None:
    assert site_of("http://user:pw@host.example:8080/a?token=1#x") == "host.example/a"


def test_documents_shown_in_a_browser() -> None:
    assert document_of("file:///home/li/a%20b.pdf") == "/home/li/a b.pdf"
    assert [document_of(url) for url in ("https://a.example/b.pdf", "", "file://[")] == ["", "", ""]


def test_titles_of_time_sheets() -> None:
    assert entry_title("Web", "header", "a, b c,") == "Web: header #a #b c"
    assert [entry_title("", "x"), entry_title("p", ""), entry_title("", "", "t")] == ["x", "p", "#t"]
