"""The one tree of errors.

KairosError                 an expected error: a title and a message fit to show a person
├── UsageError              what was asked cannot be done as asked (a bad date, a bad pattern)
│   ├── FolderTooWide       a folder that holds far more than documents; taken where the person is sure
│   └── PatternError        an exclusion pattern that cannot be understood
├── ProfileError            the profile folder cannot be used (read-only, not ours, wrong kind)
│   └── AlreadyRunning      another process holds this profile's lock
├── SettingsError           the settings file cannot be read or written
├── StorageError            the database cannot do what was asked
│   ├── StorageFull         no room left on the disk
│   ├── StorageGone         the file was removed or replaced while it was open
│   ├── StorageBusy         another process held the database for too long
│   ├── StorageReadOnly     the file or its folder cannot be written
│   ├── StorageForeign      the file is no database, or not one of ours
│   ├── StorageDamaged      the file is ours and broken
│   ├── KeyNeeded           the file is encrypted and there is no key to open it with
│   ├── KeyWrong            a key, passphrase or recovery code that opens nothing
│   ├── NotEncrypted        the file is not encrypted although it should be
│   ├── StorageNewer        the file was written by a newer Kairos
│   └── KeyringUnavailable  no keyring of the operating system can be used here and now
├── ImportFailed            a file of another program cannot be imported; nothing of it was
│   └── ImportStopped       the person stopped it
├── ExtractionFailed        a document cannot be read; the message says why
├── ExportError             a file to write to cannot be written; nothing of it was
├── EncoderError            the sentence encoder cannot be used (missing, damaged, of an unknown kind)
└── ProbeError              the desktop cannot be watched
    ├── ProbeUnavailable    this session offers no way to do it (no display, no permission)
    └── ProbeLost           the connection broke; trying again may work

Anything that is not a KairosError is our bug.
"""

from __future__ import annotations


class KairosError(Exception):
    """An expected error with a short title and a message that says what to do."""

    title = "Something went wrong"

    def __init__(self, message: str, *, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title


class UsageError(KairosError):
    """What was asked cannot be done as asked."""

    title = "That cannot be done"


class FolderTooWide(UsageError):
    """A folder that holds far more than documents; it is taken where the person is sure."""

    title = "This folder holds more than documents"


class PatternError(UsageError):
    """An exclusion pattern that cannot be understood."""

    title = "This pattern cannot be used"


class ProfileError(KairosError):
    """The profile folder cannot be used."""

    title = "The data folder cannot be used"


class AlreadyRunning(ProfileError):
    """Another process holds this profile's lock."""

    title = "Kairos is already running"


class SettingsError(KairosError):
    """The settings file cannot be read or written."""

    title = "The settings cannot be used"


class StorageError(KairosError):
    """The database cannot do what was asked."""

    title = "The database cannot be used"


class StorageFull(StorageError):
    """No room is left on the disk."""

    title = "The disk is full"


class StorageBusy(StorageError):
    """Another process held the database for too long."""

    title = "The database is busy"


class StorageReadOnly(StorageError):
    """The file or its folder cannot be written."""

    title = "The database cannot be written"


class StorageForeign(StorageError):
    """The file is no database, or not one of Kairos."""

    title = "This is not a Kairos database"


class StorageDamaged(StorageError):
    """The file is a Kairos database and broken."""

    title = "The database is damaged"


class KeyNeeded(StorageError):
    """The file is encrypted and there is no key to open it with; the message says what opens it.

    slots: what was set up to open it ("keyring", "passphrase", "recovery"); a person can be asked for the latter two.
    """

    title = "The data is locked"

    def __init__(self, message: str, *, slots: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.slots = slots


class KeyWrong(StorageError):
    """The key, passphrase or recovery code opens nothing."""

    title = "This key does not open the data"


class NotEncrypted(StorageError):
    """The file is not encrypted although it should be."""

    title = "The data is not encrypted"


class StorageNewer(StorageError):
    """The file was written by a newer Kairos."""

    title = "This data is from a newer Kairos"


class StorageGone(StorageError):
    """The file was removed or replaced while it was open."""

    title = "The database was taken away"


class KeyringUnavailable(StorageError):
    """No keyring of the operating system can be used here and now."""

    title = "The keyring cannot be used"


class ImportFailed(KairosError):
    """A file of another program cannot be imported; nothing of it was."""

    title = "The file cannot be imported"


class ImportStopped(ImportFailed):
    """The person stopped the import; nothing of it was stored."""

    title = "The import was stopped"


class ExtractionFailed(KairosError):
    """A document cannot be read; the message says why in a sentence."""

    title = "The document cannot be read"


class ExportError(KairosError):
    """The file to write to cannot be written; nothing of it was."""

    title = "The export cannot be written"


class EncoderError(KairosError):
    """The sentence encoder cannot be used; search by words goes on without it."""

    title = "The sentence encoder cannot be used"


class ProbeError(KairosError):
    """The desktop cannot be watched."""

    title = "Kairos cannot see the desktop"


class ProbeUnavailable(ProbeError):
    """This session offers no way to watch it."""


class ProbeLost(ProbeError):
    """The connection to the desktop broke; trying again may work."""
