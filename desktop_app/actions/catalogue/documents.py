"""What can be done on the Documents page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry, of_chosen


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    return (*_finding(), *_reading())


def _finding() -> tuple[Entry, ...]:
    """Searching, and what is found."""
    translate = QCoreApplication.translate
    folder = translate("Actions", "Add a folder first.")
    reads = translate("Actions", "Nothing is being read just now.")
    filtered = translate("Actions", "There is no filter to clear.")
    searching = translate("Actions", "Show the search first.")
    chosen = translate("Actions", "Choose a document among the results first.")
    lacking = translate("Actions", "A language model is there already.")
    said = translate("Actions", "Nothing was said of it yet.")
    return (
        Entry("documents", "search", translate("Actions", "Search in your documents"), "Ctrl+F", folder),
        Entry("documents", "show_search", translate("Actions", "Documents: show the search"), "", folder),
        Entry("documents", "show_folders", translate("Actions", "Documents: show the folders"), "", folder),
        Entry("documents", "show_failures", translate("Actions", "Documents: show what could not be read"), "", folder),
        Entry("documents", "pause", translate("Actions", "Pause or resume reading the documents"), "", reads),
        Entry("documents", "clear", translate("Actions", "Clear the filters of the search"), "", filtered),
        Entry("documents", "filter_kind", translate("Actions", "Filter documents by kind"), "", searching),
        Entry("documents", "filter_folder", translate("Actions", "Filter documents by folder"), "", searching),
        Entry(
            "documents", "filter_changed", translate("Actions", "Filter documents by when they changed"), "", searching
        ),
        Entry(
            "documents", "filter_used", translate("Actions", "Filter documents by when they were used"), "", searching
        ),
        of_chosen("documents", "open", translate("Actions", "Open the chosen document"), chosen),
        of_chosen("documents", "reveal", translate("Actions", "Show the chosen document in its folder"), chosen),
        of_chosen("documents", "copy", translate("Actions", "Copy the path of the chosen document"), chosen),
        Entry("documents", "reorder", translate("Actions", "Sort the results by meaning too"), "", searching),
        Entry("documents", "lack", translate("Actions", "Choose a language model"), "", lacking),
        Entry("documents", "digest", translate("Actions", "What did I read?"), "", searching),
        Entry("documents", "digest_undo", translate("Actions", "Undo the last word on what you read"), "", said),
    )


def _reading() -> tuple[Entry, ...]:
    """Which folders are read, and what could not be."""
    translate = QCoreApplication.translate
    row = translate("Actions", "Show the folders and choose one first.")
    undone = translate("Actions", "There is nothing to undo.")
    folders = translate("Actions", "Show the folders first.")
    failure = translate("Actions", "Show what could not be read and choose a document first.")
    failures = translate("Actions", "Show what could not be read first.")
    return (
        Entry("documents", "add_folder", translate("Actions", "Add a folder of documents")),
        of_chosen("documents", "change_folder", translate("Actions", "Change what is read of the chosen folder"), row),
        of_chosen("documents", "remove_folder", translate("Actions", "Remove the chosen folder"), row),
        Entry("documents", "undo", translate("Actions", "Undo the last removal of a folder"), "Ctrl+Z", undone),
        Entry("documents", "look", translate("Actions", "Look for changed documents now"), "", folders),
        of_chosen("documents", "again", translate("Actions", "Try the chosen documents again"), failure),
        Entry("documents", "again_all", translate("Actions", "Try all documents again"), "", failures),
        of_chosen(
            "documents", "reveal_failed", translate("Actions", "Show the document that failed in its folder"), failure
        ),
    )
