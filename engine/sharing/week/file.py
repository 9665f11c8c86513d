"""The file of a shared week: readable lines, and a digest of them that tells when anything was changed on the way.

The digest is no signature: who changes the file on purpose can write a new one. A file is read by taking its values
out and writing it anew; unless that gives the same bytes, it is refused.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from engine.domain.errors import ExportError
from engine.domain.ordinary_file import ordinary_file
from engine.domain.sharing import GROUPS, MILLION, ReadShare, SharedFileError, SharedLine, ShareKind
from engine.domain.whole_file import whole_file
from engine.sharing.week.amounts import PARTS
from engine.sharing.week.figures import LEAST_MINUTES, SENSITIVITY
from engine.sharing.week.sentences import DOES_NOT_HIDE

MARK = "kairos-week"
VERSION = 1
LARGEST = 16_384
_DIGEST = "sha256: "
_WITHHELD = "withheld"
_HEAD = re.compile(rf"{MARK} (\d{{1,6}})\n")
_FIELD = re.compile(r"^([a-z ]+): (.+)$", re.MULTILINE)
_LINE = re.compile(r"^([a-z]+) +([a-z]+|\d{1,6}) +(withheld|\d{1,6})(?: +(\d{1,6}))?$", re.MULTILINE)
_DAYS = 6


def text_of(kind: ShareKind, first_day: date, lines: Sequence[SharedLine], epsilon_millionths: int) -> str:
    """Return the whole file of a week."""
    parts = [f"{MARK} {VERSION}", *_fields(kind, first_day, epsilon_millionths), "", *_table(lines), ""]
    parts += [f"- {sentence}" for sentence in DOES_NOT_HIDE[kind]]
    body = "\n".join([*parts, "", ""])
    return f"{body}{_DIGEST}{digest_of(body)}\n"


def _fields(kind: ShareKind, first_day: date, epsilon_millionths: int) -> list[str]:
    fields = [f"kind: {kind.value}", f"first day: {first_day}", f"last day: {first_day + timedelta(days=_DAYS)}"]
    if kind is ShareKind.ANONYMISED:
        return [*fields, "unit: 15 minutes, to which figures are rounded", f"least: {LEAST_MINUTES} minutes"]
    return [
        *fields,
        f"epsilon: {epsilon_words(epsilon_millionths)}",
        "unit: 15 minutes, any one of which may have held something else",
        f"noise: discrete Laplace for each group, sensitivity {SENSITIVITY} seconds; below nought is written as 0",
    ]


def _table(lines: Sequence[SharedLine]) -> list[str]:
    if any(line.part for line in lines):
        told = [(one.group, one.part, _WITHHELD if one.minutes is None else str(one.minutes)) for one in lines]
        return ["minutes by part of the day:", *(f"{name:<14}{part:<10}{said:>8}" for name, part, said in told)]
    rows = [f"{one.group:<14}{one.minutes!s:>8}{one.low!s:>8}{one.high!s:>8}" for one in lines]
    return ["minutes, and the range that holds the true figure 19 times out of 20:", *rows]


def epsilon_words(millionths: int) -> str:
    """Return an epsilon as a decimal without needless digits."""
    whole, rest = divmod(millionths, MILLION)
    return f"{whole}.{rest:06}".rstrip("0").rstrip(".")


def digest_of(body: str) -> str:
    """Return the SHA-256 of a text, as hex."""
    return hashlib.sha256(body.encode()).hexdigest()


def digest_in(text: str) -> str:
    """Return the digest a file ends with."""
    return text.rsplit(_DIGEST, 1)[-1].strip()


def write_file(path: Path, text: str) -> None:
    """Write the file, readable by the person alone; raises ExportError."""
    try:
        with whole_file(path) as file:
            file.write(text.encode())
    except OSError as cause:
        raise ExportError(f"{path} cannot be written: {cause.strerror or cause}. Choose another place.") from cause


def read_file(path: Path) -> ReadShare:
    """Return what a file that somebody shared says; raises SharedFileError where it is not whole and right."""
    file = ordinary_file(path)
    if file is None:
        raise SharedFileError(f"{path} cannot be read: it is not there, no ordinary file, or not yours to read.")
    with file:
        found = file.read(LARGEST + 1) or b""
    if found.startswith(f"{MARK} ".encode()) and len(found) > LARGEST:
        raise SharedFileError(f"{path} is too large to be a shared week. Ask for the file anew.")
    return parsed(found, str(path))


def parsed(found: bytes, name: str) -> ReadShare:
    """Return what the bytes of a file say. name: for the message."""
    try:
        text = found.decode()
    except UnicodeDecodeError:
        text = ""
    head = _HEAD.match(text)
    if head is None:
        raise SharedFileError(f"{name} is no shared week of Kairos.")
    if int(head[1]) != VERSION:
        raise SharedFileError(f"{name} is of version {int(head[1])}; this Kairos reads version {VERSION}. Update it.")
    body, mark, rest = text.rpartition(_DIGEST)
    if not mark or rest != f"{digest_of(body)}\n":
        raise SharedFileError(f"{name} was changed or cut off on the way: its checksum is not right. Ask for it anew.")
    share = _values(text, rest.strip())
    if share is None or text_of(share.kind, share.first_day, share.lines, share.epsilon_millionths) != text:
        raise SharedFileError(f"{name} is not written as Kairos writes a shared week. Ask for it anew.")
    return share


def _values(text: str, digest: str) -> ReadShare | None:
    fields = dict(_FIELD.findall(text))
    try:
        kind, first_day = ShareKind(fields["kind"]), date.fromisoformat(fields["first day"])
        whole, _, rest = fields.get("epsilon", "0").partition(".")
        epsilon = int(whole) * MILLION + int(f"{rest:0<6}")
        last_day = first_day + timedelta(days=_DAYS)
    except (KeyError, ValueError, OverflowError):
        return None
    lines = tuple(_line(found, kind) for found in _LINE.findall(text))
    expected = [(name, part) for name in GROUPS for part in (PARTS if kind is ShareKind.ANONYMISED else ("",))]
    if [(one.group, one.part) for one in lines] != expected or (epsilon > 0) != (kind is ShareKind.PRIVATE):
        return None
    return ReadShare(kind, first_day, last_day, lines, epsilon, DOES_NOT_HIDE[kind], digest)


def _line(found: tuple[str, str, str, str], kind: ShareKind) -> SharedLine:
    group, second, third, fourth = found
    if kind is ShareKind.ANONYMISED:
        return SharedLine(group, None if third == _WITHHELD else int(third), part=second)
    middle, low, high = (int(one) if one.isdecimal() else -1 for one in (second, third, fourth))
    return SharedLine(group, middle, low, high)
