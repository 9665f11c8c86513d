"""What compiled code prints goes nowhere while it is to be quiet, and the output is as before after that."""

from __future__ import annotations

import ctypes
import os
import sys

import pytest

from engine.planning.week.quiet import quiet

LIBRARY = ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)


def test_what_is_printed_meanwhile_is_not_seen_later_either(capfd: pytest.CaptureFixture[str]) -> None:
    LIBRARY.puts(b"before")
    with quiet():
        LIBRARY.puts(b"hidden, in a buffer")
        os.write(1, b"hidden")
    LIBRARY.puts(b"after")
    LIBRARY.fflush(None)
    assert capfd.readouterr().out.split() == ["before", "after"]


def test_the_output_is_back_after_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="refused"), quiet():
        raise ValueError("refused")
    os.write(1, b"after")
    assert capfd.readouterr().out == "after"
