"""What ignore files leave out is what git leaves out: compared with `git check-ignore`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from helpers.desktop_programs import need
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.documents.discover.ignore import IgnoreRules, matches_nothing, rules_of_file

_QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("git")
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", str(folder)], check=True, env={**os.environ, **_QUIET})
    return folder


def ignored_by_git(repository: Path, ignore: bytes, paths: list[bytes]) -> set[bytes]:
    """Return which of the paths git leaves out."""
    (repository / ".gitignore").write_bytes(ignore)
    done = subprocess.run(
        ["git", "-C", str(repository), "check-ignore", "--no-index", "-z", "--stdin"],
        input=b"\0".join(paths) + b"\0",
        capture_output=True,
        check=False,
        env={**os.environ, **_QUIET},
    )
    assert done.returncode in {0, 1}, done.stderr
    return set(done.stdout.rstrip(b"\0").split(b"\0")) - {b""}


def ignored_by_us(ignore: bytes, paths: list[bytes]) -> set[bytes]:
    """Go down to each path from the top, as the walk does: what lies in a folder left out is out, too."""
    rules = rules_of_file(ignore)

    def out(path: bytes) -> bool:
        parts = path.split(b"/")
        above = any(rules.verdict(b"/".join(parts[:depth]), folder=True) for depth in range(1, len(parts)))
        return above or rules.verdict(path, folder=False) is True

    return {path for path in paths if out(path)}


_CASES = [
    b"*.log\n!keep.log\n",
    b"build/\n",
    b"/top\nsub/deep\n",
    b"**/x\na/**/b\nc/**\n",
    b"a**b\n***/c\n**\n!b\n",
    b"foo\\ \nbar \nbaz\t\n",
    b"\\#hash\n\\!bang\n#comment\n",
    b"[a-c]x\n[!a-c]y\n[^b]z\n[]-]w\n[[:digit:]]q\n[[:nope:]]q\n[unfinished\n",
    b"end\\\n",
    b"\xef\xbb\xbfa\r\nb\r\n",
    b"a/*\n!a/b\n",
    b"doc/*.txt\n/*.c\n",
    b"?\n??\n",
    b"*\n!*/\n!*.md\n",
]
_PATHS = [
    b"a", b"b", b"c", b"x", b"aXb", b"a/b", b"a/x/b", b"a/x/y/b", b"c/d", b"c/d/e", b"sub/deep", b"deep", b"top",
    b"sub/top", b"keep.log", b"other.log", b"d/other.log", b"build", b"d/build", b"foo ", b"foo", b"bar", b"bar ",
    b"baz\t", b"#hash", b"!bang", b"ax", b"dy", b"az", b"]w", b"-w", b"1q", b"[unfinished", b"end\\", b"doc/a.txt",
    b"doc/d/a.txt", b"m.c", b"d/m.c", b"m.md", b"d/m.md", b"\xff\xfe",
    b"\xe4\xb8\xad", b"build/x", b"d/build/x", b"foo/x",
]  # fmt: skip


@pytest.mark.parametrize("ignore", _CASES)
def test_it_reads_ignore_files_as_git_does(repository: Path, ignore: bytes) -> None:
    assert ignored_by_us(ignore, _PATHS) == ignored_by_git(repository, ignore, _PATHS)


_letters = st.sampled_from([b"a", b"b", b"-", b"]", b"!"])
_atoms = st.one_of(
    _letters,
    st.sampled_from([b"*", b"**", b"/", b"?", b"[", b"[a-b]", b"[!a]", b"[]a]", b"[[:alpha:]]", b"\\", b" ", b"/**/"]),
)
_lines = st.lists(_atoms, max_size=7).map(b"".join).map(lambda line: line.replace(b"\n", b""))
_names = st.lists(st.sampled_from([b"a", b"b", b"-", b"]", b"!", b" ", b"["]), min_size=1, max_size=3).map(b"".join)
_some_paths = st.lists(st.lists(_names, min_size=1, max_size=4).map(b"/".join), min_size=1, max_size=12, unique=True)


@settings(max_examples=120)
@given(st.lists(_lines, max_size=3), _some_paths)
def test_it_reads_any_ignore_file_as_git_does(repository: Path, lines: list[bytes], paths: list[bytes]) -> None:
    ignore = b"\n".join(lines)
    assert ignored_by_us(ignore, paths) == ignored_by_git(repository, ignore, paths)


def test_a_wicked_pattern_takes_no_time() -> None:
    rules = IgnoreRules([b"*a" * 400 + b"b"])
    assert rules.verdict(b"a" * 4_000, folder=False) is None


def test_many_patterns_are_all_matched() -> None:
    rules = IgnoreRules([b"name-%d-*[a-z]?.txt" % number for number in range(3_000)])
    assert rules.verdict(b"name-2999-xaq.txt", folder=False) is True
    assert rules.verdict(b"name-3000-xaq.txt", folder=False) is None


@pytest.mark.parametrize("pattern", [b"", b"#x", b"[", b"/", b"!", b"[[:nope:]]"])
def test_patterns_that_match_nothing_are_known(pattern: bytes) -> None:
    assert matches_nothing(pattern)
    assert not matches_nothing(b"*.pdf")
