"""Where a profile's files lie."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from engine.domain.database_key import DatabaseKey
from engine.domain.durable_folder import make_folder
from engine.domain.errors import ProfileError

_WRITABLE_BY_OTHERS = 0o022


@dataclass(frozen=True, slots=True)
class ProfilePaths:
    """The files of one profile; the folder is private to its owner (0700, files 0600)."""

    folder: Path
    key: DatabaseKey | None = field(default=None, repr=False, compare=False)
    """What its database opens with, once somebody found that; the processes started for it are handed it on."""
    encrypts: bool = field(default=True, compare=False)
    """Whether it is encrypted where it is made with a keyring at hand; made-up days are not."""

    @property
    def database(self) -> Path:
        """The history, plans and learned state."""
        return self.folder / "kairos.sqlite3"

    @property
    def heartbeat(self) -> Path:
        """Numbers only: which activity is open and until when it is known to have lasted."""
        return self.folder / "heartbeat"

    @property
    def settings(self) -> Path:
        """The settings, readable text."""
        return self.folder / "settings.toml"

    @property
    def recorder_lock(self) -> Path:
        """Held by the one recorder of this profile."""
        return self.folder / "recorder.lock"

    @property
    def window_lock(self) -> Path:
        """Held by the one desktop app of this profile."""
        return self.folder / "window.lock"

    def worker_lock(self, job: str) -> Path:
        """Held by the one worker of this profile that does the job."""
        return self.folder / f"{job}.lock"

    @property
    def models(self) -> Path:
        """Learned models: numbers beside what they are of."""
        return self.folder / "models"

    @property
    def logs(self) -> Path:
        """Rotating logs, never a window title above DEBUG."""
        return self.folder / "logs"

    @property
    def drafts(self) -> Path:
        """What is being put together for an export; nothing but that, and gone with it."""
        return self.folder / "drafts"

    @property
    def network(self) -> Path:
        """How many network connections were refused, and since when is counted: numbers, kinds of process, moments."""
        return self.folder / "network.txt"

    @property
    def shared(self) -> Path:
        """How much of which month's budget was spent on sharing: numbers, never put back from a backup."""
        return self.folder / "shared.txt"

    @property
    def shared_lock(self) -> Path:
        """Held by whoever spends of that budget."""
        return self.folder / "shared.lock"

    @property
    def check(self) -> Path:
        """What the last full check of the database found."""
        return self.folder / "check.json"

    @property
    def backups(self) -> Path:
        """Verified copies of the database, and what was set aside of damaged ones."""
        return self.folder / "backups"

    @property
    def keys(self) -> Path:
        """Who can open an encrypted profile: wrapped keys, no secret; not there where it is not encrypted."""
        return self.folder / "keys.json"

    @property
    def keys_copy(self) -> Path:
        """The same beside the backups, for the day it is lost."""
        return self.backups / "keys.json"

    @property
    def keys_made(self) -> Path:
        """The names of entries this profile made in the keyring; no secret."""
        return self.folder / "keys.made"

    @property
    def keys_lock(self) -> Path:
        """Held by whoever makes a profile or changes who can open it."""
        return self.folder / "keys.lock"

    def ensure(self) -> ProfilePaths:
        """Make the folder private and usable; raises ProfileError with what to do where that fails."""
        try:
            make_folder(self.folder)
            if not self.folder.is_dir():
                raise NotADirectoryError(self.folder)
            self._refuse_open()
            self._refuse_foreign()
            _make_private(self.folder)
        except OSError as cause:
            raise ProfileError(
                f"The folder {self.folder} cannot be made or used: {cause.strerror or cause}. See that the disk is not "
                "mounted read-only and that this account may write there; --profile names another folder."
            ) from cause
        if not os.access(self.folder, os.W_OK | os.X_OK):
            raise ProfileError(
                f"The folder {self.folder} cannot be written. See that the disk is not mounted read-only "
                "and that this account may write there."
            )
        sys.audit("kairos.profile", self.network)  # heard by engine.egress, which counts here from now on
        return self

    def _refuse_open(self) -> None:
        """Refuse another account's folder that this one can use because all may: it cannot be closed to them."""
        status = self.folder.stat()
        if os.name == "posix" and status.st_uid not in {os.getuid(), 0} and status.st_mode & _WRITABLE_BY_OTHERS:
            raise ProfileError(
                f"The folder {self.folder} belongs to another account and others may write there: they could read and "
                "change what Kairos keeps. Name a folder of your own with --profile."
            )

    def _refuse_foreign(self) -> None:
        """Refuse a folder that holds other things: closing it to others would change more than our own."""
        ours = {self.database, self.heartbeat, self.settings, self.recorder_lock, self.window_lock, self.logs}
        ours.add(self.network)
        ours |= {self.keys, self.keys_lock}
        there = set(self.folder.iterdir()) - {self.folder / "lost+found"}  # what a fresh disk has
        if there and not there & ours:
            raise ProfileError(
                f"The folder {self.folder} holds other files. Name an empty folder, or one that does not exist yet, "
                "with --profile: Kairos keeps its data apart and closes the folder to other users."
            )


def _make_private(folder: Path) -> None:
    if os.name == "posix" and folder.stat().st_uid == os.getuid():
        folder.chmod(0o700)


def default_profile() -> ProfilePaths:
    """Return the profile used where none is named: the platform's own place for a user's data."""
    from platformdirs import user_data_path  # noqa: PLC0415  (costs nothing where --profile is given)

    return ProfilePaths(user_data_path("kairos", appauthor=False))


def profile_at(folder: Path | None) -> ProfilePaths:
    """Return the profile in the folder, or the default one for None; ProfileError where no place is meant."""
    if folder is None:
        return default_profile()
    try:
        return ProfilePaths(folder.expanduser().absolute())
    except OSError as cause:
        raise ProfileError(
            "The folder you are in is gone. Go to another one, or write the whole path after --profile."
        ) from cause
    except RuntimeError as cause:
        raise ProfileError(
            "The path after --profile begins with the name of no account here. Write the whole path."
        ) from cause


def resource(name: str) -> Path:
    """Return a file or folder shipped with Kairos, by its path below resources/ ("icons/today.svg")."""
    root = Path(__file__).resolve().parent.parent
    for folder in (root / "resources", root / "kairos_resources"):
        if folder.is_dir():
            return folder / name
    raise ProfileError(
        f"The program files of Kairos are incomplete: {root / 'resources'} is missing. Install it again."
    )
