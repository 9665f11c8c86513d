"""Under which licence each locked package is, and whether Kairos may be made of it.

    python packaging/licences.py

Metadata say it for most; licences.toml for the others. What is shipped is permissive, or the LGPL's for libraries that
anybody can replace; the tools of those who build may also be under the Mozilla licence. Nothing is under the GPL alone.
"""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from lock import Locked, known_in, read_lock

KNOWN = Path(__file__).with_name("licences.toml")
SHIPPED = frozenset(
    {
        *("MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib", "PSF-2.0", "CC0-1.0"),
        *("Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSL-1.0", "LGPL-3.0-only"),
    }
)
TOOLS = SHIPPED | {"MPL-2.0"}
# What metadata say in words of their own, where it can mean one thing only.
_PLAIN = {
    "MIT License": "MIT",
    "MIT license": "MIT",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "OSI Approved :: MIT License": "MIT",
    "OSI Approved :: ISC License (ISCL)": "ISC",
    "OSI Approved :: Apache Software License": "Apache-2.0",
    "OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_EXPRESSION = re.compile(r"[\w.+-]+( (AND|OR|WITH) [\w.+-]+)*")


def licence_of(name: str) -> str:
    """Return the SPDX expression of a package; nothing where it is not installed here and not in licences.toml."""
    return from_table(name) or from_metadata(name)


def from_table(name: str) -> str:
    """Return what was read in a licence file."""
    table = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    return str({**table["shipped"], **table["tools"]}.get(name, ""))


def from_metadata(name: str) -> str:
    """Return what an installed package says of itself where that is plain, nothing where it is not."""
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return ""
    classes = [entry.split(" :: ", 1)[1] for entry in found.get_all("Classifier") or [] if entry.startswith("License")]
    for said in (found["License-Expression"], found["License"], *classes):
        plain = _PLAIN.get(said or "", said or "")
        if _EXPRESSION.fullmatch(plain) and plain.partition(" ")[0] in TOOLS:
            return plain
    return ""


def may_be_used(expression: str, allowed: frozenset[str]) -> bool:
    """Return whether an expression without brackets leaves a choice that is allowed."""
    return any(all(part in allowed for part in choice.split(" AND ")) for choice in expression.split(" OR "))


def locked(*names: str) -> list[Locked]:
    """Return the packages of locks, each once."""
    return list({package.name: package for package in read_lock(known_in(*names))}.values())


def main() -> int:
    """Print every package with its licence; returns 1 where one is unknown or may not be used."""
    shipped = {package.name for package in locked("app", "torch")}
    wrong = 0
    for package in sorted(locked("app", "torch", "test"), key=lambda package: package.name):
        said = licence_of(package.name)
        right = may_be_used(said, SHIPPED if package.name in shipped else TOOLS)
        wrong += not right
        print(f"{'' if right else '!! '}{package.name} {package.version}: {said or 'unknown here'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
