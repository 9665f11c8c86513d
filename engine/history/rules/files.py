"""Files of rules on the disk: read whole within bounds and told apart, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from engine.domain.rule_pack import Pack, Remark, RulesFileError, RulesFormat
from engine.domain.whole_file import whole_file
from engine.history.rules.activitywatch_reading import read_activitywatch
from engine.history.rules.activitywatch_writing import write_activitywatch
from engine.history.rules.pack_reading import read_pack
from engine.history.rules.pack_writing import write_pack

LARGEST = 8 << 20


def read_rules(path: Path) -> Pack:
    """Return the pack or the ActivityWatch categories a file holds; RulesFileError with what to do."""
    text = _text(path)
    try:
        return read_activitywatch(text) if text.lstrip()[:1] in {"{", "["} and _is_json(text) else read_pack(text)
    except RulesFileError as cause:
        raise RulesFileError(f"{path.name}: {cause.message}") from None


def _is_json(text: str) -> bool:
    """Tell JSON from TOML, where a table may stand first: [[rule]] or [rule]."""
    head = text.lstrip()
    inner = head[1:].lstrip()[:1]
    return head[0] == "{" or inner in {"{", "]", '"', ""}


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as cause:
        raise RulesFileError(f"{path} cannot be read: {cause.strerror or cause}.") from cause
    if len(data) > LARGEST:
        raise RulesFileError(f"{path} is larger than {LARGEST >> 20} MB: it is no file of rules.")
    try:
        return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError:
        raise RulesFileError(f"{path} is no text in UTF-8. Save it as UTF-8 and try again.") from None


def rules_text(pack: Pack, form: RulesFormat) -> tuple[str, tuple[Remark, ...]]:
    """Return the pack as text of that format, and what the format cannot say."""
    return write_activitywatch(pack) if form is RulesFormat.ACTIVITYWATCH else (write_pack(pack), ())


def write_rules(path: Path, text: str) -> None:
    """Write the file whole or not at all; RulesFileError where it cannot be."""
    try:
        with whole_file(path) as file:
            file.write(text.encode())
    except OSError as cause:
        raise RulesFileError(f"{path} cannot be written: {cause.strerror or cause}. Choose another place.") from cause
