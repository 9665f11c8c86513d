"""Rules that name a document know it by its path and by its name, whichever was recorded."""

from __future__ import annotations

import pytest

from engine.domain.categories import Category, CategoryTree, Facet
from engine.domain.look import Look
from engine.domain.rules import Field, How, Rule, Test
from engine.history.rules.rule_set import RuleSet

TREE = CategoryTree((Category(1, "Thesis"),))


def counts(how: How, text: str, document: str, title: str = "plan.odt - LibreOffice Writer") -> bool:
    rules = RuleSet((Rule(1, Facet.CATEGORY, 1, Test(Field.DOCUMENT, how, text)),), TREE)
    return rules.label(Look(1, "libreoffice-writer", title, "", document)).category_id == 1


@pytest.mark.parametrize("document", ["", "plan.odt", "/home/me/论文/plan.odt", r"C:\Users\me\plan.odt"])
@pytest.mark.parametrize(
    ("how", "text"),
    [
        (How.EQUALS, "plan.odt"),
        (How.GLOB, "plan*.odt"),
        (How.GLOB, "*.odt"),
        (How.REGEX, "^plan"),
        (How.CONTAINS, "plan"),
    ],
)
def test_a_name_is_found_in_whatever_folder(how: How, text: str, document: str) -> None:
    assert counts(how, text, document)


def test_a_path_is_found_where_it_was_recorded() -> None:
    path = "/home/me/论文/plan.odt"
    assert counts(How.EQUALS, path, path)
    assert counts(How.CONTAINS, "/论文/", path)
    assert counts(How.GLOB, "/home/me/*", path)
    assert not counts(How.CONTAINS, "/论文/", "")
    assert not counts(How.EQUALS, "lan.odt", path)
