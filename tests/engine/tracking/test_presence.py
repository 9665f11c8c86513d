"""Presence is monotone, and what the session says beats every window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.domain.presence import Presence, Signs, decide

SIGNS = st.builds(
    Signs,
    idle=st.booleans(),
    screensaver=st.booleans(),
    locked=st.booleans(),
    switched=st.booleans(),
    suspended=st.booleans(),
    paused=st.booleans(),
    engaged=st.frozensets(st.sampled_from(["sound", "camera", "meeting"])),
)


@given(SIGNS, st.sampled_from(["sound", "camera", "meeting", "full screen"]))
def test_one_more_sign_of_presence_never_lowers_active_time(signs: Signs, name: str) -> None:
    more = Signs(
        signs.idle,
        signs.screensaver,
        signs.locked,
        signs.switched,
        signs.suspended,
        signs.paused,
        signs.engaged | {name},
    )
    if decide(signs) is Presence.ACTIVE:
        assert decide(more) is Presence.ACTIVE
    else:
        assert decide(more) in {decide(signs), Presence.ACTIVE}


@given(SIGNS)
def test_lock_and_suspend_beat_everything_but_a_pause(signs: Signs) -> None:
    if not signs.paused and (signs.locked or signs.suspended):
        assert decide(signs) in {Presence.LOCKED, Presence.SUSPENDED, Presence.SWITCHED}
        assert decide(signs) is not Presence.SWITCHED or signs.switched


def test_idle_with_sound_is_active_and_without_is_not() -> None:
    assert decide(Signs(idle=True)) is Presence.IDLE
    assert decide(Signs(idle=True, engaged=frozenset({"sound"}))) is Presence.ACTIVE
