"""Made-up histories for property tests: activities of several sources, overlapping, with corrections over them."""

from __future__ import annotations

from hypothesis import strategies as st

from engine.domain.activity import Activity, Observed, Withheld
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.presence import Presence
from engine.domain.stretches import UNCHANGED, LabelOverride

LOOKS = st.one_of(
    st.builds(
        lambda app, title, site, document: Observed(
            Presence.ACTIVE, app, title, "/bin/" + app, "test", site, document
        ),
        st.sampled_from(["code", "mail", ""]), st.sampled_from(["", "a", "b"]),
        st.sampled_from(["", "example.org"]), st.sampled_from(["", "/plan.txt"]),
    ),
    st.just(Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE)),
    st.sampled_from([Presence.IDLE, Presence.LOCKED, Presence.SUSPENDED]).map(Observed),
)  # fmt: skip
ZONES = st.sampled_from(["UTC", "Asia/Shanghai"])
LABELS = st.builds(
    LabelOverride, st.sampled_from([None, 0, 1, 2]), st.sampled_from([None, "", "p"]), st.sampled_from([None, "", "t"])
)


def spans(length: int, start: int = 0, step: int = 1) -> st.SearchStrategy[Interval]:
    """Return intervals of at least one step between start and start + length steps."""
    places = st.lists(st.integers(0, length), min_size=2, max_size=2, unique=True)
    return places.map(lambda two: Interval(start + min(two) * step, start + max(two) * step))


def activities(length: int, start: int = 0, step: int = 1) -> st.SearchStrategy[list[Activity]]:
    """Return activities of two sources, in any order, overlapping."""
    one = st.builds(
        lambda span, what, zone, source: Activity(span.start_ms, span.end_ms, what, zone, source),
        spans(length, start, step), LOOKS, ZONES, st.sampled_from(["recorder", "toggl 1"]),
    )  # fmt: skip
    return st.lists(one, max_size=10)


@st.composite
def corrections(draw: st.DrawFn, length: int, start: int = 0, step: int = 1) -> Correction:
    """Return one correction of any kind."""
    kind = draw(st.sampled_from(CorrectionKind))
    span = draw(spans(length, start, step))
    names = {
        CorrectionKind.ADD: (st.sampled_from(["offline", "zoom"]), st.sampled_from([None, "lunch"])),
        CorrectionKind.RETITLE: (st.sampled_from([None, "code", "word"]), st.sampled_from([None, "a", "better"])),
    }.get(kind, (st.none(), st.none()))
    labelled = kind in {CorrectionKind.ADD, CorrectionKind.RELABEL}
    labels = draw(LABELS) if labelled else UNCHANGED
    return Correction(kind, span, 0, draw(names[0]), draw(names[1]), labels, draw(ZONES))
