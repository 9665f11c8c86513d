"""While the rules cannot be read a window leaves its length and nothing else."""

from __future__ import annotations

from engine.domain.activity import Observed, Window, Withheld
from engine.domain.presence import Presence
from engine.tracking.privacy.refuse_all import RefuseAll


def test_nothing_gets_a_name() -> None:
    nameless = Observed(Presence.ACTIVE, withheld=Withheld.FILTER)
    assert RefuseAll().admit(Window("Code", "secret.py", 7, "/usr/bin/code", "x11")) == nameless
    assert RefuseAll().admit(None) == nameless
