"""The short-lived process that makes and reads masked files: `python -m engine.sharing.team.child`.

It reads one question as JSON on its standard input and writes one answer on its standard output; private keys and
figures go through these two pipes alone. It touches no file of the profile.
"""

from __future__ import annotations

import json
import os
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from engine.domain.egress import ProcessRole
from engine.domain.errors import KairosError
from engine.domain.team import TeamRules
from engine.egress import attempts_taken, install
from engine.sharing.team.parts import Keys

_LONGEST_QUESTION = 1 << 28

Told = Mapping[str, Any]


def main() -> int:
    """Answer one question; returns 0 where it was answered, with an expected error, too."""
    install(ProcessRole.WORKER)
    os.umask(0o077)
    _leave_no_core()
    question = json.loads(sys.stdin.buffer.read(_LONGEST_QUESTION))
    try:
        answer = _ANSWERS[question["do"]](question)
    except KairosError as error:
        answer = {"error": {"kind": type(error).__name__, "title": error.title, "message": error.message}}
    sys.stdout.buffer.write(json.dumps({**answer, "attempts": attempts_taken()}).encode())
    sys.stdout.buffer.flush()
    return 0


def _leave_no_core() -> None:
    """Have a crash leave no picture of this process's memory behind."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _begin(told: Told) -> Told:
    from engine.sharing.team.lead_files import begin  # noqa: PLC0415  (here and below: loads cryptography)

    rules = told["rules"]
    lead, file = begin(
        TeamRules(**{**rules, "first_day": date.fromisoformat(rules["first_day"]), "groups": tuple(rules["groups"])})
    )
    return {"key": lead.hex(), "file": _text(file)}


def _close(told: Told) -> Told:
    from engine.sharing.team.lead_files import close  # noqa: PLC0415

    file = close(bytes.fromhex(told["key"]), _bytes(told["round"]), [_bytes(one) for one in told["joins"]])
    return {"file": _text(file)}


def _ask(told: Told) -> Told:
    from engine.sharing.team.kept import masked_kept  # noqa: PLC0415
    from engine.sharing.team.lead_files import ask  # noqa: PLC0415

    contributions = [_bytes(one) for one in told["contributions"]]
    file, masked = ask(bytes.fromhex(told["key"]), _bytes(told["roster"]), contributions)
    return {"file": _text(file), "masked": masked_kept(masked)}


def _total(told: Told) -> Told:
    from engine.sharing.team.kept import masked_again  # noqa: PLC0415
    from engine.sharing.team.lead_files import total  # noqa: PLC0415

    answers = [_bytes(one) for one in told["answers"]]
    files = _bytes(told["roster"]), _bytes(told["request"])
    return {"sums": total(bytes.fromhex(told["key"]), *files, masked_again(told["masked"]), answers)}


def _join(told: Told) -> Told:
    from engine.sharing.team.member_files import join  # noqa: PLC0415

    keys, file = join(_bytes(told["round"]), told["name"])
    return {"key": (keys.mask + keys.share).hex(), "file": _text(file)}


def _contribute(told: Told) -> Told:
    from engine.sharing.team.member_files import contribute  # noqa: PLC0415

    return {"file": _text(contribute(_keys(told), _bytes(told["roster"]), told["number"], told["figures"]))}


def _answer(told: Told) -> Told:
    from engine.sharing.team.member_files import give_answer  # noqa: PLC0415

    files = _bytes(told["roster"]), told["number"], _bytes(told["request"]), told["contributed"]
    return {"file": _text(give_answer(_keys(told), *files))}


def _keys(told: Told) -> Keys:
    both = bytes.fromhex(told["key"])
    return Keys(both[: len(both) // 2], both[len(both) // 2 :])


def _bytes(text: str) -> bytes:
    return b64decode(text)


def _text(file: bytes) -> str:
    return b64encode(file).decode("ascii")


_ANSWERS: Mapping[str, Callable[[Told], Told]] = {
    "begin": _begin,
    "close": _close,
    "ask": _ask,
    "total": _total,
    "join": _join,
    "contribute": _contribute,
    "answer": _answer,
}

if __name__ == "__main__":
    sys.exit(main())
