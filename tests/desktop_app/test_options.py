"""The window's command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.options import PAGES, OptionError, Options, parse


def test_nothing_said_means_nothing_set() -> None:
    assert parse([]) == Options()


def test_all_options_in_both_spellings() -> None:
    arguments = [
        "--profile",
        "p",
        "--screenshot",
        "today",
        "t.png",
        "--theme=dark",
        "--lang",
        "zh_CN",
        "--size=1280x800",
        "--no-recorder",
    ]
    assert parse(arguments) == Options(
        Path("p"), ("today", Path("t.png")), "dark", "zh_CN", (1280, 800), recorder=False
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--colour"], "--colour"),
        (["today"], "today"),
        (["--profile"], "--profile needs a value"),
        (["--profile", ""], "--profile needs a value"),
        (["--theme", "blue"], "light, dark"),
        (["--lang", "fr"], "zh_CN"),
        (["--size", "big"], "1280x800"),
        (["--size", "100x100"], "200"),
        (["--size", "9999x9999"], "8192"),
        (["--screenshot", "kitchen", "k.png"], "kitchen"),
        (["--screenshot", "today"], "needs a value"),
    ],
)
def test_what_cannot_be_understood_is_named(arguments: list[str], said: str) -> None:
    with pytest.raises(OptionError, match=said.replace("(", r"\(")):
        parse(arguments)


@pytest.mark.parametrize("asked", [["--help"], ["--theme", "dark", "-h"]])
def test_who_asks_for_help_is_told_every_option(asked: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", "desktop_app", *asked], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    with pytest.raises(OptionError) as mistake:
        parse(["--colour"])
    known = str(mistake.value).partition("there are ")[2].rstrip(".").split(", ")
    assert [name for name in (*known, *PAGES) if name not in done.stdout] == []


def test_a_bad_argument_ends_with_one_line_and_status_2() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--size", "huge"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("kairos: --size")
    assert done.stderr.count("\n") == 1
