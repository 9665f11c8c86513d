"""What the insights offer to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.insights.page import InsightsPage


def actions(page: InsightsPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    letter, training = page.letter, page.training
    doers: dict[str, Doer] = {
        "letter_accept": letter.accept_button,
        "letter_refuse": letter.refuse_button,
        "letter_basis": letter.basis_button,
        "letter_stop": letter.stop_button,
        "look": page.found.look_button,
        "stop_looking": page.found.stop_button,
        "train": training.train_button,
        "stop_training": training.stop_button,
        "back": training.back_button,
        "reset": training.reset_button,
        "empty_act": page.empty.button,
    }
    return bind(entries_of("insights"), doers, page)
