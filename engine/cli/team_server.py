"""One round over a server, from the person's side and from the company's; loaded for these two commands alone."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.cli.signals import stopped_by_signals
from engine.cli.terminal import say
from engine.domain.errors import UsageError
from engine.domain.plain_text import plain
from engine.domain.together import TogetherError
from engine.sharing.together.address import server_address
from engine.sharing.together.files import read_round
from engine.sharing.together.parts import CompanyPart, MemberPart
from engine.sharing.together.process import client_words, server_words, talk

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.together import TogetherRound


def trained(engine: Engine, server: str, certificate: Path | None, *, anywhere: bool) -> bytes:
    """Take part in a round and return what came of it; TogetherError where nothing did."""
    from engine.bootstrap.together import prior_learner  # noqa: PLC0415  (loads torch)

    together, address = engine.together, server_address(server, anywhere=anywhere)
    if not together.takes_part():
        raise TogetherError("You are in no learning together. Join with: kairos team join ROUND-FILE")

    def numbers(begun: TogetherRound, attempt: str, people: int) -> tuple[int, ...]:
        with prior_learner(engine.paths) as learner:
            drawn = together.masked_numbers(begun, attempt, people, learner)
        found = together.status()
        _told(f"Round {begun.round}: epsilon {found.epsilon_millionths / 1e6:.2f} of {found.limit_millionths / 1e6:g}.")
        return drawn

    part = MemberPart(together.check_round, numbers, _told)
    words = client_words(address, "" if certificate is None else str(certificate.resolve()))
    _told(f"Reaching {address} and nothing else{'' if certificate else '; the way is not encrypted'}.")
    stopped = threading.Event()
    with stopped_by_signals(stopped.set):
        talk(words, part.answer, lambda: stopped.is_set() or not together.takes_part())
    if not together.takes_part():
        raise TogetherError("You left; nothing more was sent.")
    if not part.result:
        raise TogetherError("The round did not come to its end. Run the same command again to take part in it anew.")
    return part.result


def served(content: bytes, server: str, people: int | None, certificates: Sequence[Path], *, anywhere: bool) -> bytes:
    """Be the server for one round and return what came of it; TogetherError where nothing did."""
    begun, address = read_round(content), server_address(server, anywhere=anywhere)
    wanted = begun.least if people is None else people
    if wanted < begun.least:
        raise UsageError(f"This round needs at least {begun.least} people.")
    part, stopped = CompanyPart(begun, _told), threading.Event()
    words = (*server_words(address, wanted), *(str(one.resolve()) for one in certificates))
    with stopped_by_signals(stopped.set):
        talk(words, part.answer, stopped.is_set)
    if not part.result:
        raise TogetherError("The round did not come to its end. Start the server again with the same file.")
    return part.result


def _told(line: str) -> None:
    say(plain(line))
