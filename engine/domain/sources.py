"""Whether Kairos sees everything: each source of what it knows, how it does, when it reported last, what helps.

No text of a person's is in it: each thing said is one of a fixed list, as in diagnostics.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """Where something Kairos knows comes from, or what it needs to say and keep it."""

    RECORDER = "recorder"
    WINDOW = "active window"
    IDLE = "time away"
    SESSION = "lock and suspend"
    BROWSER = "browser titles"
    TERMINAL = "terminal"
    DOCUMENTS = "documents"
    CALENDAR = "calendar"
    NOTIFICATIONS = "notifications"
    TRAY = "tray"
    KEYRING = "encryption"
    DISK = "disk"
    MODELS = "learned models"


class Standing(StrEnum):
    """How a source does."""

    GOOD = "works"
    QUIET = "nothing yet"
    PAUSED = "paused"
    OFF = "off"  # chosen so, or not set up: no trouble
    PARTLY = "partly"
    BAD = "does not work"
    UNKNOWN = "not known"


WRONG = frozenset({Standing.PARTLY, Standing.BAD})
"""What a person should look at."""


class Remedy(StrEnum):
    """What a press of a button can do about it."""

    NONE = ""
    START = "start the recorder"
    RESUME = "resume"
    EXTENSION = "install the GNOME extension"
    TITLES = "record titles"
    FOLDER = "add a folder"
    CALENDAR = "add a calendar"
    NOTIFICATIONS = "turn notifications on"
    ENCRYPT = "encrypt"
    OPEN_FOLDER = "open the data folder"
    TRAIN = "look at the models"


class Told(StrEnum):
    """What is said of a source: whole sentences of ours, with what helps."""

    RECORDS = "It runs and writes down what is in front."
    STARTING = "It is starting."
    PAUSED = "It is paused and writes nothing down."
    STOPPED = "It does not run, so nothing is written down. Start it."
    SAMPLE = "These days are made up, and nothing of yours is written down here."
    NOT_SAVING = "It runs and cannot save what it sees. Free some space on the disk, or make the data folder writable."
    BLIND = "It runs and cannot see the desktop. It tries again every few seconds."
    NO_DATABASE = "The history cannot be read now, so this cannot be told."

    WINDOW_SEEN = "This desktop tells which window is in front."
    WINDOW_KWIN = (
        "KWin runs a small script of Kairos while it records; nothing is installed, and it goes with the recorder."
    )
    WINDOW_GNOME = "The GNOME extension of Kairos tells which window is in front. It can be removed in the settings."
    WINDOW_NO_GNOME = "GNOME shows its windows only to its own extensions. Install that of Kairos."
    WINDOW_NONE = "This desktop does not tell other programs which window is in front. X11, Plasma, GNOME and sway do."

    IDLE_SEEN = "This desktop tells when nobody is at the keyboard."
    IDLE_NONE = (
        "This desktop does not tell when nobody is there, so time away counts as active. Lock the screen when you go."
    )

    SESSION_SEEN = "Locking the screen and suspending end what is recorded."
    SESSION_PART = "Only one of locking and suspending can be noticed here. Pause by hand where the other one matters."
    SESSION_NONE = "Locking and suspending cannot be noticed here. Pause by hand when you go."

    TITLES_OFF = "Titles are not recorded, as you chose. Only apps are."
    TITLES_NONE = "This desktop tells no titles, so pages in a browser cannot be told apart."
    BROWSER_SEEN = "Titles tell which pages you read."
    BROWSER_UNTITLED = "A browser was in front without a title: it was private, excluded, or tells none."
    BROWSER_QUIET = "No browser was in front in the last seven days."

    TERMINAL_SEEN = "Titles and programs tell what goes on in a terminal."
    TERMINAL_UNTITLED = "A terminal was in front without a title. Have your shell set one, with the folder it is in."
    TERMINAL_QUIET = "No terminal was in front in the last seven days."

    DOCUMENTS_SEEN = "Documents in your folders are recognised when they are in front."
    DOCUMENTS_QUIET = "None of the documents in your folders was in front in the last seven days."
    DOCUMENTS_NONE = "No folder is named, so no document can be found or recognised. Add one."

    CALENDAR_READ = "Your calendars are read whenever they change."
    CALENDAR_TROUBLE = "A calendar could not be read. The settings say which and why."
    CALENDAR_NONE = "No calendar is named, so meetings are known by what is in front alone. Add one."

    NOTIFICATIONS_SHOWN = "This desktop shows what Kairos says by itself."
    NOTIFICATIONS_TRAY = "This desktop has no notification service, so notifications come from the tray."
    NOTIFICATIONS_NONE = "Nothing here shows notifications. Install a notification service, such as dunst."
    NOTIFICATIONS_OFF = "Kairos says nothing by itself, as you chose."
    WINDOW_KNOWS = "Only the window can tell: open it, and ask there."

    TRAY_SHOWN = "The icon in the tray shows what the recorder does."
    TRAY_NONE = "This desktop shows no tray icons. Kairos does without: closing the window minimises it."

    KEY_KEYRING = "The history is encrypted, and the keyring opens it when you log in."
    KEY_NO_KEYRING = "The history is encrypted, but its keyring does not answer now. Unlock it, or use your passphrase."
    KEY_TYPED = "The history is encrypted and opens with your passphrase."
    KEY_NONE = "The history is not encrypted: no keyring was found when it was made. Encrypt it in the settings."

    DISK_GOOD = "There is room, and the data folder can be written."
    DISK_LOW = "Less than 1 GB is left on the disk that holds the data. Free some space."
    DISK_FULL = "Less than 200 MB is left on the disk that holds the data; recording may stop. Free some space."
    DISK_LOCKED = "The data folder cannot be written. Give yourself permission to write to it."

    MODELS_GOOD = "Models learned from your own history say when to focus and what to read."
    MODELS_RULES = "Simple rules are used. Models are learned once there are some weeks of history."
    MODELS_FAILED = "Something that happens by itself failed the last time. It is tried again; Insights says more."


@dataclass(frozen=True, slots=True)
class SourceReport:
    """How one source does. last_ms: when it reported last, UTC milliseconds, None for not in the last seven days."""

    source: Source
    standing: Standing
    told: Told
    last_ms: int | None = None
    remedy: Remedy = Remedy.NONE


@dataclass(frozen=True, slots=True)
class Beside:
    """What only a window knows: whether there is a tray and a notification service; None where nobody looked."""

    tray: bool | None = None
    notifications: bool | None = None
