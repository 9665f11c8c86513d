"""`kairos`: exit status 0 ok, 1 an expected error told in two lines, 2 the command was written wrongly."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from engine.cli.app import app
from engine.cli.terminal import report_error
from engine.domain.egress import ProcessRole
from engine.domain.errors import KairosError
from engine.egress import install


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command, the process's own for None, and leave with its exit status."""
    if arguments is None:
        install(ProcessRole.COMMAND)
    try:
        app(arguments, prog_name="kairos")
    except KairosError as error:
        report_error(error)
        sys.exit(1)


if __name__ == "__main__":
    main()
