"""What came after the version a person had before."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.api.news import News
from engine.domain.errors import ProfileError
from engine.domain.news import Release, news_between, order_of

RELEASES = tuple(Release(version, (version,)) for version in ("0.1.0", "0.10.0", "0.9.2"))


@pytest.mark.parametrize(
    ("seen", "now", "told"),
    [
        ("0.1.0", "0.10.0", ["0.10.0", "0.9.2"]),
        ("0.9.2", "0.9.2", []),
        ("0.10.0", "0.9.2", []),
        ("", "0.10.0", []),
        ("0.1.0", "0.9.5", ["0.9.2"]),
    ],
)
def test_only_what_lies_between_is_told_newest_first(seen: str, now: str, told: list[str]) -> None:
    assert [one.version for one in news_between(RELEASES, seen, now)] == told


def test_versions_are_compared_by_their_numbers() -> None:
    assert order_of("0.10.0rc1") > order_of("0.9.9")
    assert order_of("unknown") == ()


def test_every_language_tells_of_the_same_versions_in_as_many_lines() -> None:
    english, chinese = News().all("en"), News().all("zh_CN")
    assert [(one.version, len(one.lines)) for one in english] == [(one.version, len(one.lines)) for one in chinese]
    assert News.version in {one.version for one in english}
    assert News().all("fr_FR") == english


def test_a_version_noted_as_endless_digits_is_compared_all_the_same() -> None:
    assert news_between([Release("0.2.0", ("new",))], "9" * 5_000, "0.2.0") == ()


@pytest.mark.parametrize(
    "content",
    [b"", b"not toml", b"\xff", b"release = 3", b"[[release]]\nlines = []", b'[[release]]\nversion = "1"\nlines = 4'],
)
def test_a_damaged_file_says_what_to_do(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_bytes(content)
    with pytest.raises(ProfileError, match=r"en\.toml.* Install Kairos again"):
        News(tmp_path).since("0.0.1", "zh_CN")
