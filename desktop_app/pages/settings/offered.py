"""What the settings offer to the command palette and to keys."""

from __future__ import annotations

from desktop_app.actions import Action, Doer, When, bind
from desktop_app.actions.catalogue import entries_of
from desktop_app.pages.settings.page import SettingsPage


def actions(page: SettingsPage) -> tuple[Action, ...]:
    """Return what can be done there; single settings are fields of the page, not actions."""
    keys, backups = page.keys, page.backups
    doers: dict[str, Doer] = {
        "install_access": page.tracking.access.install,
        "remove_access": page.tracking.access.remove,
        "live_test": page.privacy.live.button,
        "erase": page.stored.erase_button,
        "diagnostics": page.stored.diagnostics_button,
        "retention_look": page.retention.look_button,
        "retention_keep": page.retention.keep_button,
        "backup": backups.make_button,
        "restore": backups.restore_button,
        "check": backups.check_button,
        "saved": backups.saved_button,
        "encrypt": keys.encrypt_button,
        "passphrase": keys.passphrase_button,
        "keyring": keys.keyring_button,
        "code": keys.code_button,
        "kept": keys.kept_button,
        "rekey": keys.rekey_button,
        "decrypt": keys.decrypt_button,
        **_of_work(page),
    }
    return bind(entries_of("settings"), doers, page)


def _of_work(page: SettingsPage) -> dict[str, Doer]:
    """Models, calendars, contracts, and what comes in and goes out."""
    calendar, data, team = page.calendar, page.data, page.team
    return {
        "choose_model": page.models.choose_button,
        "own_model": page.models.own_button,
        "choose_wording": page.models.wording.choose_button,
        "no_wording": page.models.wording.none_button,
        "log_in": page.log_in.box,
        "log_in_this": page.log_in.mend_button,
        "follow_file": calendar.file_button,
        "follow_folder": calendar.folder_button,
        "import_calendar": calendar.once_button,
        "read_calendars": calendar.again_button,
        "remove_calendar": calendar.remove_button,
        "export_plan": calendar.export_button,
        "make_contract": page.focus.make_button,
        "leave_contract": page.focus.leave_button,
        "sharing": page.sharing.box,
        "share_week": page.sharing.week_button,
        "team_sums": team.sums_button,
        "forget_round": team.forget_button,
        "team_file": team.open_button,
        "begin_round": team.begin_button,
        "combine": team.combine_button,
        "leave_together": page.together.leave_button,
        "no_average": page.together.own_button,
        "open_data": data.open_button,
        "import_history": data.import_button,
        "imports_made": data.imports_button,
        "corrections_made": data.corrections_button,
        "undo": When(page.toast.undo, lambda: page.toast.can_undo),
        "all_shortcuts": page.shortcuts.sheet_button,
        "all_actions": page.shortcuts.palette_button,
    }
