"""What the rules page offers to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.rules.page import RulesPage
from engine.domain.rule_pack import RulesFormat


def actions(page: RulesPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    bar, panel, unsorted = page.toolbar, page.panel, page.unsorted

    def some() -> bool:
        return bar.isVisibleTo(page)

    doers: dict[str, Doer] = {
        "show_rules": bar.rules_button,
        "show_unsorted": bar.unsorted_button,
        "import_file": When(page.exchange.ask_import, control=bar.import_button),
        "starter": page.exchange.starter,
        "export_kairos": When(lambda: bar.export_wanted.emit(RulesFormat.KAIROS), some, bar.export_button),
        "export_activitywatch": When(lambda: bar.export_wanted.emit(RulesFormat.ACTIVITYWATCH), some),
        "add_category": panel.add_category_button,
        "edit_category": panel.edit_category_button,
        "remove_category": panel.remove_category_button,
        "add_rule": panel.add_rule_button,
        "edit_rule": panel.edit_rule_button,
        "remove_rule": panel.remove_rule_button,
        "move_up": panel.up_button,
        "move_down": panel.down_button,
        "accept": unsorted.suggestion.accept_button,
        "decline": unsorted.suggestion.decline_button,
        "count_as": unsorted.apply_button,
        "rule_first": unsorted.edit_button,
        "undo": When(page.toast.undo, lambda: page.toast.can_undo),
    }
    return bind(entries_of("rules"), doers, page)
