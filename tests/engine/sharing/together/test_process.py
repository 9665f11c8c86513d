"""The process that speaks: answered line by line, stopped at once, started without anything that reports home."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from engine.domain.together import TogetherError
from engine.sharing.together import process
from engine.sharing.together.address import server_address

_SPEAKS = """
import json, os, sys
for number in range(2):
    print(json.dumps({"stage": "keys", "number": number, "variables": dict(os.environ)}), flush=True)
    print(sys.stdin.readline().strip(), file=open(sys.argv[-1], "a"))
sys.exit(int(sys.argv[1]))
"""
_WAITS = "import sys; sys.stdin.readline()"


@pytest.fixture
def stands_in(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Another program in Flower's place."""
    monkeypatch.setattr(process, "installed", lambda: True)
    monkeypatch.setenv("https_proxy", "http://10.0.0.1:3128")
    monkeypatch.setenv("FLWR_TELEMETRY_ENABLED", "1")

    def put(code: str, *words: str) -> None:
        monkeypatch.setattr(process, "command", lambda *_: [sys.executable, "-c", code, *words])

    return put


def test_questions_are_answered_and_nothing_reports_home(stands_in: Any, tmp_path: Path) -> None:
    heard: list[Mapping[str, Any]] = []

    def answer(question: Mapping[str, Any]) -> Mapping[str, Any]:
        heard.append(question)
        return {"key": f"{question['number']:02}"}

    stands_in(_SPEAKS, "0", str(tmp_path / "said"))
    assert process.talk(process.client_words(server_address("127.0.0.1:9092")), answer, lambda: False) == 0
    assert (tmp_path / "said").read_text().split("\n")[:2] == ['{"key": "00"}', '{"key": "01"}']
    variables = heard[0]["variables"]
    assert variables["FLWR_TELEMETRY_ENABLED"] == "0"
    assert variables["FLWR_DISABLE_UPDATE_CHECK"] == "1"
    assert not [name for name in variables if name.lower().endswith("_proxy") and name != "NO_PROXY"]
    assert not Path(variables["HOME"]).exists()  # what Flower would keep is gone with it


def test_an_unexpected_end_is_said_and_a_refusal_ends_it(stands_in: Any, tmp_path: Path) -> None:
    stands_in(_SPEAKS, "1", str(tmp_path / "said"))
    with pytest.raises(TogetherError, match="ended on its own"):
        process.talk(("client",), lambda _: {}, lambda: False)

    def refuse(_: Mapping[str, Any]) -> Mapping[str, Any]:
        raise TogetherError("not this one")

    with pytest.raises(TogetherError, match="not this one"):
        process.talk(("client",), refuse, lambda: False)


def test_stopping_ends_it_at_once(stands_in: Any) -> None:
    stands_in(_WAITS)
    assert process.talk(("client",), lambda _: {}, lambda: True) == -1


def test_who_leaves_while_an_answer_is_made_sends_it_no_more(stands_in: Any, tmp_path: Path) -> None:
    left: list[bool] = []

    def answer(_: Mapping[str, Any]) -> Mapping[str, Any]:
        left.append(True)
        return {"words": [1]}

    stands_in(_SPEAKS, "0", str(tmp_path / "said"))
    assert process.talk(("client",), answer, lambda: bool(left)) == -1
    assert left == [True]
    assert not (tmp_path / "said").exists() or "words" not in (tmp_path / "said").read_text()


def test_without_the_extra_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "find_spec", lambda _: None)
    with pytest.raises(TogetherError, match="pip install"):
        process.talk(("client",), lambda _: {}, lambda: False)
