"""The person's own patterns."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import PatternError
from engine.tracking.privacy.patterns import LONGEST, MOST, TitlePatterns, check_pattern


@pytest.mark.parametrize(
    "pattern", ["bank", "(?i)secret", "^Inbox", r"\bsalary\b", "密码", "a|b", "[a-z]{3}-\\d+", "^$", "é"]
)
def test_good_patterns_are_taken(pattern: str) -> None:
    check_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "empty"),
        ("  \t", "empty"),
        ("(abc", "“(” is not closed (character 1"),
        ("ab[cd", "“[” is not closed (character 3"),
        ("abc)", "“)” closes nothing"),
        ("x{2000}", "too large (at most 1,000) (character 2"),
        ("[z-a]", "runs backwards (character 2"),
        ("ab**", "repetition signs follow each other (character 3"),
        ("*a", "nothing to repeat"),
        ("a\\", "single “\\”"),
        (r"\1", "does not exist"),
        ("a(?=b)", "looking ahead or behind cannot be used) (character 2"),
        ("half \ud800", "no text (character 6)"),
        (".*", "“.*” matches every title. To record no titles at all, switch window titles off instead."),
        (".", "matches every title"),
        ("bank|", "matches every title"),
        ("x*", "matches every title"),
        ("^", "matches every title"),
        (".{2,}", "matches every title"),
        ("a" * (LONGEST + 1), f"at most {LONGEST}"),
        ("((a{100}){100}){100}", "cannot be used"),
    ],
)
def test_bad_patterns_are_refused_with_the_reason_and_the_place(pattern: str, said: str) -> None:
    with pytest.raises(PatternError) as refused:
        check_pattern(pattern)
    assert said in refused.value.message
    with pytest.raises(PatternError):
        TitlePatterns(["good", pattern])


def test_a_long_pattern_is_shown_by_its_beginning() -> None:
    with pytest.raises(PatternError) as refused:
        check_pattern("(" + "a" * 60)
    assert refused.value.message == (
        f"The pattern “({'a' * 38}…” cannot be used: a “(” is not closed (character 1: “({'a' * 38}…”)."
    )
    with pytest.raises(PatternError) as refused:
        check_pattern("(" + "b" * 39)
    assert f"“({'b' * 39}”" in refused.value.message


def test_too_many_patterns_are_refused() -> None:
    TitlePatterns(f"word{number}" for number in range(MOST))
    with pytest.raises(PatternError, match=f"There are {MOST + 1} title patterns; {MOST} can be used at most"):
        TitlePatterns(f"word{number}" for number in range(MOST + 1))


@pytest.mark.parametrize(
    ("pattern", "title", "found"),
    [
        ("bank", "My Bank — Firefox", True),
        ("(?-i)bank", "My Bank", False),
        ("^bank", "My Bank", False),
        ("ÜBER", "über alles", True),
        ("cafe\u0301", "Café", True),
        ("密码", "修改密码", True),
        ("bank", "\ud800 bank \x00", True),
        ("bank", "", False),
    ],
)
def test_searching(pattern: str, title: str, found: bool) -> None:
    assert TitlePatterns([pattern]).found_in(title) is found


def test_no_patterns_find_nothing() -> None:
    patterns = TitlePatterns([])
    assert not patterns
    assert not patterns.found_in("anything")


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_pattern_is_taken_or_refused_in_words(pattern: str) -> None:
    refused = None
    try:
        check_pattern(pattern)
    except PatternError as said:
        refused = said.message
    assert refused is None or refused.encode("utf-8").endswith(b".")


def test_the_library_is_loaded_only_for_a_pattern_and_writes_nothing() -> None:
    script = """
import sys
from engine.tracking.privacy.filter import PrivacyFilter
from engine.settings import PrivacySettings, TrackingSettings
PrivacyFilter(TrackingSettings(), PrivacySettings(excluded_apps=("x",)))
assert "re2" not in sys.modules
try:
    PrivacyFilter(TrackingSettings(), PrivacySettings(excluded_titles=("(canary",)))
except Exception as refused:
    assert type(refused).__name__ == "PatternError"
assert "re2" in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "canary" not in done.stdout + done.stderr
