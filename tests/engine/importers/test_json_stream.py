"""JSON of any size, read in pieces: nothing lost at the edges, order made, memory kept."""

from __future__ import annotations

import json
import random
import tracemalloc
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.domain.errors import ImportFailed
from engine.importers import json_order, json_stream, reading
from engine.importers.json_order import in_order, index_array
from engine.importers.json_stream import JsonStream
from engine.importers.reading import ForeignFile

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def tiny_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK_BYTES", 7)


def written(folder: Path, text: str | bytes) -> ForeignFile:
    file = folder / "file.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return ForeignFile(file)


def whole(stream: JsonStream) -> Any:
    """Read everything by walking, one level of objects and arrays deep."""
    match stream.peek():
        case "{":
            return {key: stream.value() for key in stream.entries()}
        case "[":
            return [stream.value() for _ in stream.items()]
    return stream.value()


@pytest.mark.usefixtures("tiny_blocks")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("spaces", [None, 2])
def test_walking_gives_what_loading_gives(tmp_path: Path, encoding: str, spaces: int | None) -> None:
    @given(values)
    def holds(value: Any) -> None:
        text = json.dumps(value, ensure_ascii=False, indent=spaces)
        try:
            encoded = text.encode(encoding)
        except UnicodeEncodeError:  # half of a pair
            return
        with closing(JsonStream(written(tmp_path, encoded))) as stream:
            assert whole(stream) == json.loads(text)
            stream.end()

    holds()


@pytest.mark.usefixtures("tiny_blocks")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_items_come_in_order_whatever_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(json_order, "_ITEMS", 3)

    @given(st.lists(st.tuples(st.integers(0, 99), st.text('aé中🎧\\"', max_size=4)), max_size=30), st.booleans())
    def holds(items: list[tuple[int, str]], array: bool) -> None:
        texts = [json.dumps({"at": at, "text": text}, ensure_ascii=False) for at, text in items]
        text = f" [{' , '.join(texts)} ]\n" if array else " " + "\n".join(texts) + "\n"
        if not text.strip():
            return
        file = written(tmp_path, text.encode(encoding))
        with closing(JsonStream(file)) as stream:
            steps = stream.items() if array else stream.sequence()
            index = index_array(stream, steps, lambda item: item["at"], at_once=3)
            stream.end()
        found = list(in_order(file, index, lambda item: item, lambda item: int(item["at"])))
        assert [item["at"] for item in found] == sorted(at for at, _ in items)
        assert sorted((item["at"], item["text"]) for item in found) == sorted(items)

    holds()


def test_bytes_that_are_no_text_come_through(tmp_path: Path) -> None:
    file = written(tmp_path, b'["ab\xff\xfe", "caf\xe9"]')
    with closing(JsonStream(file)) as stream:
        assert [stream.value() for _ in stream.items()] == ["ab\udcff\udcfe", "caf\udce9"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": [1, 2', "cut off"),
        ('{"a": "unfin', "cut off"),
        ('["a", ', "cut off"),
        ('{"a": {"b": 1}', "cut off"),
        ("[1 2]", "byte 3"),
        ("[nope]", "byte 1"),
        ('{"a" 1}', "byte 5"),
        ("[NaN]", "byte 1"),
        ("[" + "9" * 10_000 + "]", "byte 1"),
        ("[" + "[" * 100_000, "byte 1"),
        ("[1] 2", "byte 4"),
    ],
)
def test_what_is_no_json_is_told(tmp_path: Path, text: str, said: str) -> None:
    def read_all() -> None:
        with closing(JsonStream(written(tmp_path, text))) as stream:
            whole(stream)
            stream.end()

    with pytest.raises(ImportFailed, match=said):
        read_all()


def test_a_value_beyond_all_measure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "LARGEST_VALUE", 100)
    monkeypatch.setattr(reading, "BLOCK_BYTES", 64)
    with closing(JsonStream(written(tmp_path, f'["{"x" * 10_000}"]'))) as stream, pytest.raises(ImportFailed):
        whole(stream)


def test_memory_stays_far_below_the_size_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK_BYTES", 1 << 16)
    chance = random.Random(5)
    path = tmp_path / "large.json"
    with path.open("w") as out:
        out.write("[")
        for number in range(60_000, 0, -1):  # the newest first
            text = f"{chance.random()} {'x' * 80}"
            out.write(json.dumps({"at": number, "text": text}) + ("," if number > 1 else "]"))
    file = ForeignFile(path)
    tracemalloc.start()
    try:
        with closing(JsonStream(file)) as stream:
            index = index_array(stream, stream.items(), lambda item: item["at"])
        count = sum(1 for _ in in_order(file, index, lambda item: item, lambda item: int(item["at"])))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 60_000
    assert peak < file.size / 2
