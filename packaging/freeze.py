"""Freeze Kairos into the folder the Windows set-up is made of, or into the bundle of macOS. Written, not run there.

    python packaging/freeze.py WORK

The folder is WORK/payload/kairos, the bundle WORK/payload/Kairos.app; pictures come from packaging/windows/icon.py.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from linux.payload import make_payload
from trouble import Trouble, say


def main(arguments: list[str]) -> int:
    """Freeze; returns 1 where that cannot be done, having said why, 2 where the words were not understood."""
    if len(arguments) != 1:
        say("usage: python packaging/freeze.py WORK")
        return 2
    try:
        payload = make_payload(Path(arguments[0]))
    except Trouble as trouble:
        say(f"Kairos: {trouble}")
        return 1
    bundle = payload.with_name("Kairos.app")
    if bundle.exists():
        shutil.copytree(payload / "_internal" / "licences", bundle / "Contents" / "Resources" / "licences")
    say(str(bundle if bundle.exists() else payload))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
