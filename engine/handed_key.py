"""How a process that was started for a profile is told its key, or the file its passphrase is in."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from engine.keys import handover, passphrase
from engine.paths import ProfilePaths


def add_key_options(parser: argparse.ArgumentParser) -> None:
    """Have the command line understand both."""
    parser.add_argument(passphrase.OPTION, dest="passphrase_file", type=Path, metavar="FILE", help="what opens it")
    parser.add_argument(handover.OPTION, dest="key_handle", type=int, help=argparse.SUPPRESS)


def with_key(paths: ProfilePaths, chosen: argparse.Namespace) -> ProfilePaths:
    """Return the profile with the key that was handed over, if one was; KeyNeeded where it cannot be read."""
    if chosen.passphrase_file is not None:
        passphrase.name_file(chosen.passphrase_file)
    return paths if chosen.key_handle is None else replace(paths, key=handover.received(chosen.key_handle))
