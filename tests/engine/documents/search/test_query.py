"""The language of questions."""

from __future__ import annotations

import pytest

from engine.documents.search.dates import stretch
from engine.documents.search.query import understand
from engine.domain.calendar import Calendar
from engine.domain.clock import iso_utc
from engine.domain.days import DayRule
from engine.domain.documents import DocumentKind
from engine.domain.errors import UsageError

NOW_MS = 1_795_262_400_000  # Saturday, 2026-11-21 12:00 UTC
BERLIN = Calendar(NOW_MS, DayRule("Europe/Berlin"))


def _days(text: str, calendar: Calendar = BERLIN) -> tuple[str, str]:
    span = stretch(text, calendar)
    return iso_utc(span.start_ms)[:16], iso_utc(span.end_ms)[:16]


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("today", "2026-11-20T23:00", "2026-11-21T23:00"),
        ("yesterday", "2026-11-19T23:00", "2026-11-20T23:00"),
        ("昨天", "2026-11-19T23:00", "2026-11-20T23:00"),
        ("last week", "2026-11-08T23:00", "2026-11-15T23:00"),
        ("上周", "2026-11-08T23:00", "2026-11-15T23:00"),
        ("this month", "2026-10-31T23:00", "2026-11-30T23:00"),
        ("last year", "2024-12-31T23:00", "2025-12-31T23:00"),
        ("friday", "2026-11-19T23:00", "2026-11-20T23:00"),
        ("3 days", "2026-11-18T23:00", "2026-11-21T23:00"),
        ("2 days ago", "2026-11-18T23:00", "2026-11-19T23:00"),
        ("2026-01", "2025-12-31T23:00", "2026-01-31T23:00"),
        ("2026-03-29", "2026-03-28T23:00", "2026-03-29T22:00"),  # a day of 23 hours
        ("2026", "2025-12-31T23:00", "2026-12-31T23:00"),
        ("2026-01-05..2026-01-06", "2026-01-04T23:00", "2026-01-06T23:00"),
    ],
)
def test_dates_as_people_name_them(text: str, first: str, end: str) -> None:
    assert _days(text) == (first, end)


def test_days_begin_where_the_person_says_and_weeks_too() -> None:
    late = Calendar(NOW_MS, DayRule("UTC", 4 * 60), week_start=6)
    assert _days("yesterday", late) == ("2026-11-20T04:00", "2026-11-21T04:00")
    assert _days("this week", late) == ("2026-11-15T04:00", "2026-11-22T04:00")


@pytest.mark.parametrize(
    "text", ["soon", "2026-13", "9999", "0001", "2026-02-02..2026-01-01", "9999 years", "3 days b"]
)
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(UsageError, match=r"date|away|ends before"):
        stretch(text, BERLIN)


def test_words_phrases_and_what_is_not_wanted() -> None:
    query = understand('annual "budget report" -draft -"old plan" state-of-the-art', BERLIN)
    assert query.text == "annual budget report state-of-the-art"
    assert [term.words for term in query.phrases] == [("budget", "report")]
    assert [term.words for term in query.unwanted] == [("draft",), ("old", "plan")]
    assert {"annual", "budget", "report", "state", "art"} == {term.words[0] for term in query.wanted}


def test_filters() -> None:
    query = understand(
        "plan type:pdf,md TYPE:docx after:2026-01 before:2026-02-01 used:last week in:work", BERLIN, ["/home/Work"]
    )
    filters = query.filters
    assert filters.kinds == {DocumentKind.PDF, DocumentKind.MARKDOWN, DocumentKind.DOCX}
    assert filters.folders == ("/home/Work", "/home/Work/work")
    assert iso_utc(filters.after_ms or 0)[:10] == "2025-12-31"
    assert iso_utc(filters.before_ms or 0)[:10] == "2026-01-31"
    assert (filters.used_after_ms, filters.used_before_ms) == (
        stretch("last week", BERLIN).start_ms, stretch("last week", BERLIN).end_ms,
    )  # fmt: skip
    assert query.text == "plan"
    assert understand('x used:"last week"', BERLIN).filters == understand("x used:last week", BERLIN).filters
    assert understand('x in:"/my papers"', BERLIN).filters.folders == ("/my papers",)
    assert understand("in:/我的“资料” x", BERLIN).filters.folders == ("/我的“资料”",)


def test_the_last_word_may_be_unfinished_while_typing() -> None:
    assert understand("annual bud", BERLIN, typing=True).wanted[-1].prefix
    assert not understand("annual bud ", BERLIN, typing=True).wanted[-1].prefix
    assert not any(term.prefix for term in understand('"annual bud"', BERLIN, typing=True).wanted)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ('an "open one', "quotation mark"),
        ("type:pdf", "at least one word"),
        ("-nothing", "at least one word"),
        ("", "at least one word"),
        ("x type:sculpture", "kind of document"),
        ("x after:", "right behind after:"),
        ("x -type:pdf", "cannot be turned round"),
        ("x in:nowhere", "no indexed folder"),
        ("x used:soon", "no date"),
    ],
)
def test_what_cannot_be_asked_is_told(question: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        understand(question, BERLIN)


def test_what_only_looks_like_a_filter_is_words() -> None:
    assert understand("http://example.org note:this", BERLIN).text == "http://example.org note:this"
