"""What the documents page offers to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.documents.page import DocumentsPage
from desktop_app.pages.documents.part_bar import Part


def actions(page: DocumentsPage) -> tuple[Action, ...]:
    """Return what can be done there."""
    bar, search, folders, failures = page.bar, page.search, page.folders, page.failures
    foot, filters, digest = search.foot, search.filters, search.start.digest
    named = bar.isVisibleTo
    doers: dict[str, Doer] = {
        "search": When(page.focus_search, lambda: named(page)),
        "show_search": bar.button(Part.SEARCH),
        "show_folders": bar.button(Part.FOLDERS),
        "show_failures": bar.button(Part.FAILURES),
        "pause": bar.strip.button,
        "clear": filters.clear_button,
        "filter_kind": filters.kind,
        "filter_folder": filters.folder,
        "filter_changed": filters.after,
        "filter_used": filters.used,
        "open": foot.open_button,
        "reveal": foot.reveal_button,
        "copy": foot.copy_button,
        "reorder": foot.reorder,
        "lack": When(search.settings_requested.emit, lambda: _lacks(page), search.start.lack_button),
        "digest": digest.ask_button,
        "digest_undo": digest.undo_button,
        "add_folder": When(page.keeping.ask_add, control=folders.add_button),
        "change_folder": folders.change_button,
        "remove_folder": folders.remove_button,
        "undo": When(page.toast.undo, lambda: page.toast.can_undo),
        "look": folders.look_button,
        "again": failures.again_button,
        "again_all": failures.again_all_button,
        "reveal_failed": failures.reveal_button,
    }
    return bind(entries_of("documents"), doers, page)


def _lacks(page: DocumentsPage) -> bool:
    return any(button.isVisibleTo(page) for button in (page.search.start.lack_button, page.search.foot.lack))
