"""`python -m desktop_app`: reads the command line and opens the window."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the window; returns the exit status: 0 ok, 1 expected error, 2 bad arguments."""
    from engine.domain.egress import ProcessRole  # noqa: PLC0415
    from engine.egress import install  # noqa: PLC0415

    install(ProcessRole.WINDOW)
    from desktop_app.options import USAGE, OptionError, asks_for_help, parse  # noqa: PLC0415  (see app: nothing heavy comes first)

    if asks_for_help(sys.argv[1:]):
        sys.stdout.write(USAGE)
        return 0
    try:
        options = parse(sys.argv[1:])
    except OptionError as mistake:
        sys.stderr.write(f"kairos: {mistake}\n")
        return 2
    gc.disable()  # nothing that is loaded before the first paint goes again; the desk sweeps later
    from desktop_app.app import run  # noqa: PLC0415  (bad arguments need no Qt)

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
