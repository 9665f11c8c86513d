"""Nothing that a profile knows by name stands in a shared file, nor in the file of charges."""

from __future__ import annotations

import getpass
import platform
from contextlib import closing
from datetime import date

import pytest
from helpers.canaries import plant

from engine.bootstrap import build_engine
from engine.domain.categories import Facet
from engine.domain.rules import Field, How, Test
from engine.domain.sharing import GROUPS, ShareKind
from engine.paths import ProfilePaths
from engine.storage.database import Database

CANARY = "zebraquartz"
DAY = date(2026, 3, 4)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Both files of a week full of the canary, what a file says when read, and what the profile notes of them."""
    folder = tmp_path_factory.mktemp("canary") / "profile"
    paths = ProfilePaths(folder, encrypts=False).ensure()
    with closing(Database.open(paths.database)) as database:
        plant(folder, database, CANARY)
    with closing(build_engine(paths)) as engine:
        match = Test(Field.TITLE, How.CONTAINS, CANARY)
        engine.rules.add_named(Facet.CATEGORY, (f"Client {CANARY}", "Learning"), match, create=True)
        engine.rules.add_named(
            Facet.CATEGORY, ("Focus", f"{CANARY} writing"), Test(Field.APP, How.CONTAINS, "mail"), create=True
        )
        engine.rules.relabel_all()
        engine.sharing.turn(on=True)
        previews = {kind.value: engine.sharing.preview(DAY, kind) for kind in ShareKind}
        written = engine.sharing.save(previews["private"], folder.parent / "week.txt")
        told = repr(engine.sharing.read(written)) + repr(engine.sharing.shared()) + repr(engine.sharing.budgets())
    texts = {name: preview.text for name, preview in previews.items()}
    return {**texts, "told": told, "charges": paths.shared.read_text(encoding="utf-8")}


@pytest.mark.parametrize("name", ["private", "anonymised", "told", "charges"])
@pytest.mark.parametrize(
    "secret",
    [CANARY, "Client", "draft", "mail", "editor", "Inbox", "/home", "/bin", "file.txt", "UTC", "T09", ":00", "Reading"],
)
def test_no_name_and_no_moment_is_in_it(shared: dict[str, str], name: str, secret: str) -> None:
    assert secret.casefold() not in shared[name].casefold().replace("sharekind.", "")


@pytest.mark.parametrize("name", ["private", "anonymised", "charges"])
def test_neither_person_nor_machine_is_in_it(shared: dict[str, str], name: str) -> None:
    words = set(shared[name].split())
    assert not {getpass.getuser(), platform.node(), platform.system(), platform.machine()} & words


def test_all_names_in_it_are_of_the_list(shared: dict[str, str]) -> None:
    for name in ("private", "anonymised"):
        rows = [line for line in shared[name].splitlines() if line[:1].isalpha() and ":" not in line][1:]
        assert {line.split()[0] for line in rows} == set(GROUPS)


def test_the_time_that_was_planted_is_counted(shared: dict[str, str]) -> None:
    rounded = {tuple(line.split()) for line in shared["anonymised"].splitlines()}
    assert {("other", "morning", "90"), ("other", "afternoon", "60"), ("focus", "morning", "withheld")} <= rounded
