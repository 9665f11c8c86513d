"""Files and functions stay small and are named by their one idea; the map in the README is true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
EMPTY_NAMES = {"utils", "util", "common", "misc", "manager", "base", "helpers", "helper", "stuff"}
MAPPED = ("engine", "desktop_app")  # every folder of theirs is on the map; of the other top folders the first level


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_file_is_too_long() -> None:
    long = [
        f"{name(path)} has {lines} lines"
        for path in sources("engine", "desktop_app", "tests", "packaging")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]
    assert long == []


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the functions of a file with their lines, the docstring not counted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            told = ast.get_docstring(node) is not None
            docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_no_function_is_too_long() -> None:
    long = [
        f"{name(path)}: {function} has {lines} lines"
        for path in sources("engine", "desktop_app", "packaging")
        for function, lines in functions(path)
        if lines > LONGEST_FUNCTION
    ]
    assert long == []


def test_files_are_named_by_an_idea() -> None:
    assert [name(path) for path in sources("engine", "desktop_app") if path.stem in EMPTY_NAMES] == []
    folders = {folder for path in sources("engine", "desktop_app") for folder in path.relative_to(ROOT).parts[:-1]}
    assert folders & EMPTY_NAMES == set()


def test_every_folder_of_the_packages_is_a_package() -> None:
    folders = {path.parent for path in sources("engine", "desktop_app") if path.parent.name != "versions"}
    assert [name(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the library of that name from pytest"


def on_the_map() -> set[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("## Map", 1)[1].split("```")[1]
    return set(re.findall(r"^(\S+)/ +\S", block, flags=re.MULTILINE))


def in_the_tree() -> set[str]:
    top = {path for path in ROOT.iterdir() if path.is_dir() and holds_files(path)}
    folders = set(top)
    for folder in top:
        below = folder.rglob("*") if folder.name in MAPPED else folder.iterdir()
        folders |= {path for path in below if path.is_dir() and holds_files(path)}
    return {name(folder) for folder in folders}


def holds_files(folder: Path) -> bool:
    made = {"build", "dist", "htmlcov"}
    if folder.name.startswith((".", "_")) or folder.suffix == ".egg-info" or folder.name in made:
        return False
    return any(path.is_file() and "__pycache__" not in path.parts for path in folder.rglob("*"))


def test_the_map_in_the_readme_is_true() -> None:
    assert on_the_map() == in_the_tree()


def test_every_link_in_the_readme_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not link.startswith("https://") and not (ROOT / link).exists()] == []
