"""What the learn page offers to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.learn.page import LearnPage
from engine.domain.learning import Skill


def actions(page: LearnPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    review = page.review
    forgotten, hard, good, easy = review.ratings
    doers: dict[str, Doer] = {
        "add_skill": When(lambda: page.edit_skill(Skill("")), control=page.skills.add_button),
        "edit_skill": When(page.skills.choose, lambda: bool(page.skills.rows)),
        "plan_minutes": page.week.accept_button,
        "unplan_minutes": page.week.undo_button,
        "review": review.start_button,
        "show_answer": review.show_button,
        "forgotten": forgotten,
        "hard": hard,
        "good": good,
        "easy": easy,
        "undo_review": review.undo_button,
        "make_cards": review.make_button,
        "add_item": page.items.add_button,
        "more_items": page.items.more_button,
        "undo": When(page.toast.undo, lambda: page.toast.can_undo),
    }
    return bind(entries_of("learn"), doers, page)
