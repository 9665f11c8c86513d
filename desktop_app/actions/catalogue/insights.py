"""What can be done on the Insights page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    translate = QCoreApplication.translate
    letter = translate("Actions", "There is no letter with that choice yet.")
    models = translate("Actions", "Nothing is recorded yet, or it is being done.")
    trains = translate("Actions", "No training is going on.")
    run = translate("Actions", "Nothing was learned yet, or a training is going on.")
    nothing = translate("Actions", "There is something to show already.")
    looks = translate("Actions", "Nothing is being looked for.")
    return (
        Entry("insights", "letter_accept", translate("Actions", "Accept what the weekly letter suggests"), "", letter),
        Entry(
            "insights",
            "letter_refuse",
            translate("Actions", "Not now: refuse what the weekly letter suggests"),
            "",
            letter,
        ),
        Entry("insights", "letter_basis", translate("Actions", "What was counted for the weekly letter"), "", letter),
        Entry("insights", "letter_stop", translate("Actions", "Stop trying wordings of the letter"), "", letter),
        Entry("insights", "look", translate("Actions", "Look for routines and changes now"), "", models),
        Entry("insights", "stop_looking", translate("Actions", "Stop looking for routines and changes"), "", looks),
        Entry("insights", "train", translate("Actions", "Train the models now"), "", models),
        Entry("insights", "stop_training", translate("Actions", "Stop the training"), "", trains),
        Entry("insights", "back", translate("Actions", "Go back to the training before"), "", run),
        Entry("insights", "reset", translate("Actions", "Forget all that was learned"), "", run),
        Entry("insights", "empty_act", translate("Actions", "Show Today instead"), "", nothing),
    )
