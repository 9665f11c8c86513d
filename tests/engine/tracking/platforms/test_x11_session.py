"""A recorder stays with the kind of session it began in."""

from __future__ import annotations

import pytest

from engine.domain.errors import ProbeLost
from engine.tracking.platforms.x11_session import KeptSession


class Server:
    """An X server that is a Wayland session's or none; quiet: says so only where it is looked at closely."""

    def __init__(self, of_wayland: bool, *, quiet: bool = False) -> None:
        self._of_wayland, self._quiet, self.closed = of_wayland, quiet, False

    def is_of_wayland(self, *, surely: bool = False) -> bool:
        return self._of_wayland and (surely or not self._quiet)

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("quiet", [False, True])
def test_a_wayland_session_on_the_display_of_an_ended_one_is_refused_however_often(quiet: bool) -> None:
    session = KeptSession()
    session.admit(Server(False))
    for _ in range(2):
        taken = Server(True, quiet=quiet)
        with pytest.raises(ProbeLost, match="Wayland"):
            session.admit(taken)
        assert taken.closed
    session.admit(Server(False))


@pytest.mark.parametrize("of_wayland", [False, True])
def test_the_session_it_began_in_is_admitted_again(of_wayland: bool) -> None:
    session = KeptSession()
    assert not session.begun
    for _ in range(2):
        server = Server(of_wayland)
        session.admit(server)
        assert session.begun
        assert not server.closed
