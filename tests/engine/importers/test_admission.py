"""Imported history passes the person's own rules of privacy, the very filter that recording passes."""

from __future__ import annotations

from engine.domain.activity import Observed, Withheld
from engine.domain.presence import Presence
from engine.importers.admission import Admission, PrivacyRules
from engine.settings import PrivacySettings, TrackingSettings
from engine.tracking.privacy.filter import PrivacyFilter
from engine.tracking.privacy.titles import clean_title

SEEN = Observed(Presence.ACTIVE, "firefox", "Plan", platform="activitywatch", site="a.example/x", document="/d")


def admission(titles: bool = True, private: bool = False, **privacy: tuple[str, ...]) -> Admission:
    tracking, rules = TrackingSettings(titles=titles), PrivacySettings(record_private_windows=private, **privacy)
    return Admission(
        PrivacyRules(PrivacyFilter(tracking, rules).admit, clean_title, titles, private, bool(rules.excluded_titles))
    )


def test_what_is_allowed_comes_cleaned() -> None:
    seen = Observed(Presence.ACTIVE, "fire\x1bfox", "Pl\u202ean\n2", "", "toggl", "a.ex\x00ample", "/d\ud800")
    assert admission().admitted(seen) == Observed(
        Presence.ACTIVE, "firefox", "Plan 2", "", "toggl", "a.example", "/d\ufffd"
    )


def test_excluded_apps_and_titles_keep_a_length_only() -> None:
    withheld = Observed(Presence.ACTIVE, withheld=Withheld.EXCLUDED)
    assert admission(excluded_apps=("Firefox",)).admitted(SEEN) == withheld
    assert admission(excluded_titles=("plan",)).admitted(SEEN) == withheld
    assert admission(excluded_titles=("other",)).admitted(SEEN) == SEEN


def test_a_pattern_means_sites_and_documents_as_well() -> None:
    withheld = Observed(Presence.ACTIVE, withheld=Withheld.EXCLUDED)
    assert admission(excluded_titles=(r"a\.example",)).admitted(SEEN) == withheld
    assert admission(excluded_titles=("^/d$",)).admitted(SEEN) == withheld


def test_private_browsing_is_left_out_unless_it_is_wanted() -> None:
    marked = Observed(Presence.ACTIVE, "firefox", "Plan", site="a.example", withheld=Withheld.PRIVATE)
    assert admission().admitted(marked) == Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)
    kept = admission(private=True).admitted(marked)
    assert (kept.title, kept.withheld) == ("Plan", Withheld.NO)
    told_by_title = Observed(Presence.ACTIVE, "firefox", "Plan — Mozilla Firefox Private Browsing")
    assert admission().admitted(told_by_title).withheld is Withheld.PRIVATE


def test_without_titles_neither_sites_nor_documents_are_kept() -> None:
    assert admission(titles=False).admitted(SEEN) == Observed(Presence.ACTIVE, "firefox", platform="activitywatch")


def test_time_away_has_no_name() -> None:
    assert admission().admitted(Observed(Presence.LOCKED, "screensaver", "secret")) == Observed(Presence.LOCKED)
