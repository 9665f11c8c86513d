"""Whatever happens to files between two looks, the index tells what is there: compared with reading everything."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from helpers.document_room import LONG_AGO_S, DocumentRoom
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.documents.discover.walk import Walker

_NAMES = [f"{folder}{name}" for folder in ("", "one/", "one/two/", "skip/") for name in ("a.md", "b.txt", "c.md")]
_texts = st.sampled_from(["Alpha", "Gamma", "Other text", "bad", "bad text", "Alpha again"])
_names = st.sampled_from(_NAMES)
_steps = st.one_of(
    st.tuples(st.just("write"), _names, _texts),
    st.tuples(st.just("move"), _names, _names),
    st.tuples(st.just("remove"), _names, st.just("")),
    st.tuples(st.just("touch"), _names, st.just("")),
    st.tuples(st.just("folder"), st.sampled_from(["one", "skip"]), st.sampled_from(["moved", "one", "skip"])),
    st.tuples(st.just("ignore"), st.just(""), st.sampled_from(["skip/\n", "*.txt\n!one/b.txt\n", ""])),
    st.tuples(st.just("look"), _names, st.just("")),
    st.tuples(st.just("index"), st.just(""), st.just("")),
)


def do(room: DocumentRoom, step: tuple[str, str, str], moment: int) -> None:
    what, name, other = step
    path, target = room.folder / name, room.folder / other
    if what == "write":
        room.write(name, other)
        os.utime(path, (LONG_AGO_S + moment, LONG_AGO_S + moment))
    elif what == "move" and path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    elif what == "remove":
        path.unlink(missing_ok=True)
    elif what == "touch" and path.is_file():
        os.utime(path, (LONG_AGO_S + moment, LONG_AGO_S + moment))
    elif what == "folder" and path.is_dir() and not target.exists():
        path.rename(target)
    else:
        look(room, what, path, other)


def look(room: DocumentRoom, what: str, path: Path, patterns: str) -> None:
    if what == "ignore":
        (room.folder / ".gitignore").write_text(patterns, encoding="utf-8")
    elif what == "look":
        room.look_at(path)
    elif what == "index":
        room.index()


def there(room: DocumentRoom) -> dict[str, str]:
    """Return what is there, read anew: a text, or nothing for what cannot be read."""
    found = (Path(one.identity.path) for one in Walker(room.folders.all()[0]).walk())
    texts = {os.path.relpath(path, room.folder): path.read_text(encoding="utf-8") for path in found}
    return {name: "" if text.startswith("bad") else text for name, text in texts.items()}


@settings(max_examples=30)
@given(st.lists(_steps, max_size=25))
def test_the_index_tells_what_is_there(steps: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as home:
        room = DocumentRoom(Path(home).resolve())
        try:
            (room.folder / ".gitignore").touch()  # so that the folder is never blank, as where a disk is away
            for moment, step in enumerate(steps):
                do(room, step, moment)
            room.index()
            assert {name: room.text_of(name) for name in room.known()} == there(room)
            again = room.index()
            assert (again.changed, room.reader.read, again.unchanged) == (False, [], len(room.known()))
        finally:
            room.close()
