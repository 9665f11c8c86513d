"""What can be watched on this desktop, as the recorder notes it and the doctor tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from engine.domain.errors import KairosError
from engine.domain.health import ProbeReport, joined
from engine.tracking.probe import Probe


def look_at_desktop(session: str, choose: Callable[[], Probe], companions: Iterable[Probe] = ()) -> ProbeReport:
    """Return what the chosen probe and its companions can give together; where none was chosen, say why."""
    try:
        chosen = choose().report()
    except KairosError as error:
        return ProbeReport(session, "", False, False, False, False, False, note=error.message)
    return joined(chosen, (companion.report() for companion in companions))
