"""What can be done on the Settings page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.actions.action import Entry, of_chosen


def entries() -> tuple[Entry, ...]:
    """Return them in the language in force, as they stand on the page."""
    return (*_of_data(), *_of_work(), *_of_sharing())


def _of_data() -> tuple[Entry, ...]:
    """What is recorded, kept and locked."""
    translate = QCoreApplication.translate
    opened = translate("Actions", "Kairos is still opening.")
    access = translate("Actions", "This desktop needs nothing, or it is so already.")
    dropping = translate("Actions", "No old data is dropped.")
    backup_chosen = translate("Actions", "Choose a backup first.")
    lost = translate("Actions", "Nothing was ever lost.")
    key = translate("Actions", "It does not apply to how the history is kept now.")
    return (
        Entry(
            "settings", "install_access", translate("Actions", "Install what lets Kairos see the desktop"), "", access
        ),
        Entry("settings", "remove_access", translate("Actions", "Remove what lets Kairos see the desktop"), "", access),
        Entry("settings", "live_test", translate("Actions", "Test what would be recorded"), "", opened),
        Entry("settings", "erase", translate("Actions", "Erase data"), "", opened),
        Entry("settings", "diagnostics", translate("Actions", "Copy diagnostics"), "", opened),
        Entry("settings", "retention_look", translate("Actions", "Look what old data would go"), "", opened),
        Entry("settings", "retention_keep", translate("Actions", "Drop no old data any more"), "", dropping),
        Entry("settings", "backup", translate("Actions", "Back up now"), "", opened),
        of_chosen("settings", "restore", translate("Actions", "Go back to the chosen backup"), backup_chosen),
        Entry("settings", "check", translate("Actions", "Check every byte of the database now"), "", opened),
        Entry("settings", "saved", translate("Actions", "What was saved and lost"), "", lost),
        Entry("settings", "encrypt", translate("Actions", "Encrypt the history"), "", key),
        Entry("settings", "passphrase", translate("Actions", "Set a passphrase"), "", key),
        Entry("settings", "keyring", translate("Actions", "Open the history by the keyring"), "", key),
        Entry("settings", "code", translate("Actions", "Make a new recovery code"), "", key),
        Entry("settings", "kept", translate("Actions", "I have kept the recovery code"), "", key),
        Entry("settings", "rekey", translate("Actions", "Change the key"), "", key),
        Entry("settings", "decrypt", translate("Actions", "Decrypt the history"), "", key),
    )


def _of_work() -> tuple[Entry, ...]:
    """Models, calendars, contracts, and what comes in and goes out."""
    translate = QCoreApplication.translate
    opened = translate("Actions", "Kairos is still opening.")
    own = translate("Actions", "It is in use already.")
    calendar = translate("Actions", "No calendar is followed or chosen.")
    free = translate("Actions", "A contract is in force already.")
    bound = translate("Actions", "No contract is in force.")
    other = translate("Actions", "No other Kairos is started at log-in.")
    done = translate("Actions", "There is nothing to undo.")
    return (
        Entry("settings", "choose_model", translate("Actions", "Choose a folder with a language model"), "", opened),
        Entry("settings", "own_model", translate("Actions", "Use the language model that came with Kairos"), "", own),
        Entry("settings", "choose_wording", translate("Actions", "Choose the language model for answers"), "", opened),
        Entry("settings", "no_wording", translate("Actions", "Use no language model for answers"), "", own),
        Entry("settings", "log_in", translate("Actions", "Start recording at log-in, or no longer"), "", opened),
        Entry("settings", "log_in_this", translate("Actions", "Start this Kairos at log-in instead"), "", other),
        Entry("settings", "follow_file", translate("Actions", "Follow a calendar file"), "", opened),
        Entry("settings", "follow_folder", translate("Actions", "Follow a folder of calendars"), "", opened),
        Entry("settings", "import_calendar", translate("Actions", "Import a calendar once"), "", opened),
        Entry("settings", "read_calendars", translate("Actions", "Read the calendars again"), "", calendar),
        of_chosen("settings", "remove_calendar", translate("Actions", "Remove the chosen calendar"), calendar),
        Entry("settings", "export_plan", translate("Actions", "Export the plan as a calendar"), "", opened),
        Entry("settings", "make_contract", translate("Actions", "Make a contract on distractions"), "", free),
        Entry("settings", "leave_contract", translate("Actions", "Leave the contract on distractions"), "", bound),
        Entry("settings", "open_data", translate("Actions", "Open the folder with your data"), "", opened),
        Entry("settings", "import_history", translate("Actions", "Import history from another program"), "", opened),
        Entry("settings", "imports_made", translate("Actions", "Imports made"), "", opened),
        Entry("settings", "corrections_made", translate("Actions", "Corrections made"), "", opened),
        Entry("settings", "undo", translate("Actions", "Undo the last removal in Settings"), "Ctrl+Z", done),
        Entry("settings", "all_shortcuts", translate("Actions", "Settings: open the list of shortcuts")),
        Entry("settings", "all_actions", translate("Actions", "Settings: open the list of all actions")),
    )


def _of_sharing() -> tuple[Entry, ...]:
    """What is made to be given away."""
    translate = QCoreApplication.translate
    opened = translate("Actions", "Kairos is still opening.")
    summed = translate("Actions", "Choose a team round that was added up first.")
    chosen = translate("Actions", "Choose a team round first.")
    apart = translate("Actions", "You take part in nothing.")
    own = translate("Actions", "No average is in use.")
    return (
        Entry("settings", "sharing", translate("Actions", "Turn sharing on, or off"), "", opened),
        Entry("settings", "share_week", translate("Actions", "Settings: share my week"), "", opened),
        Entry("settings", "team_file", translate("Actions", "Open a team file"), "", opened),
        Entry("settings", "begin_round", translate("Actions", "Begin a team round"), "", opened),
        Entry("settings", "combine", translate("Actions", "Combine team files"), "", opened),
        of_chosen("settings", "team_sums", translate("Actions", "Show the sums of the chosen team round"), summed),
        of_chosen("settings", "forget_round", translate("Actions", "Forget the chosen team round"), chosen),
        Entry("settings", "leave_together", translate("Actions", "Leave learning together"), "", apart),
        Entry("settings", "no_average", translate("Actions", "Use no average of others any more"), "", own),
    )
