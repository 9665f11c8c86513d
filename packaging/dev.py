"""One command to open Kairos, one to test it, from a bare checkout: run or test. Needs nothing but Python.

Sets up `.venv` the first time and whenever pyproject.toml changed. This file alone is written so that any Python 3
reads it far enough to be told that it is too old; what it loads after that is not.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
USAGE = """usage: python3 packaging/dev.py run [ARGUMENTS OF THE APP]
       python3 packaging/dev.py test [--fast] [ARGUMENTS OF PYTEST]"""


def main(arguments: "list[str]") -> int:
    """Do the command; returns the exit status (1: set-up failed and said why, 2: not understood)."""
    too_old = refusal(sys.version_info[:2])
    if too_old or not arguments or arguments[0] not in ("run", "test"):
        print(too_old or USAGE, file=sys.stderr)
        return 1 if too_old else 2
    from commands import open_app, run_tests  # noqa: PLC0415  (an older Python cannot read them)
    from environment import prepare_environment  # noqa: PLC0415
    from system_packages import prepare_system  # noqa: PLC0415
    from trouble import Trouble, say  # noqa: PLC0415

    do = open_app if arguments[0] == "run" else run_tests
    try:
        prepare_system(for_tests=do is run_tests)
        return do(ROOT, prepare_environment(ROOT), arguments[1:])
    except Trouble as trouble:
        say(f"Kairos: {trouble}")
        return 1
    except KeyboardInterrupt:
        return 130


def refusal(version: "tuple[int, ...]") -> str:
    """Return what to tell a Python that is too old, nothing to one that is not."""
    if version >= OLDEST:
        return ""
    return (
        f"Kairos: Python {OLDEST[0]}.{OLDEST[1]} or newer is needed, this is {version[0]}.{version[1]}. "
        f"Start this file with a newer one, for example: python{OLDEST[0]}.{OLDEST[1]} packaging/dev.py run"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
