"""What a request may ask: no more than the sum needs, and of nobody both masks."""

from __future__ import annotations

from engine.domain.errors import UsageError
from engine.domain.team import fewest_of
from engine.sharing.team.parts import Request, Roster

NOT_ASKED = "Your contribution is not among those of this request; nothing is asked of you."


def check_request(request: Request, roster: Roster) -> None:
    """Raise UsageError where a request asks for more than the rules let it, or for one person both ways."""
    there, missing = set(request.there), set(request.missing)
    if there & missing:
        names = ", ".join(roster.names(tuple(sorted(there & missing))))
        raise UsageError(
            f"This request asks for both masks of {names}, which would show their figures. Do not answer it."
        )
    if there | missing != set(roster.numbers):
        raise UsageError("This request does not speak of the people of the list of members. Ask the lead for another.")
    fewest = fewest_of(len(roster.people))
    if len(there) < fewest:
        raise UsageError(f"Only {len(there)} contributed; sums need {fewest}. This request is not answered.")
