"""What is said of each source of what Kairos knows, in the window's language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.domain.sources import Remedy, Source, Standing, Told

_CONTEXT: Final = "DoctorWords"
_SENTENCES = (
    QT_TRANSLATE_NOOP("DoctorWords", "It runs and writes down what is in front."),
    QT_TRANSLATE_NOOP("DoctorWords", "It is starting."),
    QT_TRANSLATE_NOOP("DoctorWords", "It is paused and writes nothing down."),
    QT_TRANSLATE_NOOP("DoctorWords", "It does not run, so nothing is written down. Start it."),
    QT_TRANSLATE_NOOP("DoctorWords", "These days are made up, and nothing of yours is written down here."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "It runs and cannot save what it sees. Free some space on the disk, or make the data folder writable.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "It runs and cannot see the desktop. It tries again every few seconds."),
    QT_TRANSLATE_NOOP("DoctorWords", "The history cannot be read now, so this cannot be told."),
    QT_TRANSLATE_NOOP("DoctorWords", "This desktop tells which window is in front."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "KWin runs a small script of Kairos while it records; nothing is installed, and it goes with the recorder.",
    ),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "The GNOME extension of Kairos tells which window is in front. It can be removed in the settings.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "GNOME shows its windows only to its own extensions. Install that of Kairos."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "This desktop does not tell other programs which window is in front. X11, Plasma, GNOME and sway do.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "This desktop tells when nobody is at the keyboard."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "This desktop does not tell when nobody is there, so time away counts as active. Lock the screen when you go.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "Locking the screen and suspending end what is recorded."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "Only one of locking and suspending can be noticed here. Pause by hand where the other one matters.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "Locking and suspending cannot be noticed here. Pause by hand when you go."),
    QT_TRANSLATE_NOOP("DoctorWords", "Titles are not recorded, as you chose. Only apps are."),
    QT_TRANSLATE_NOOP("DoctorWords", "This desktop tells no titles, so pages in a browser cannot be told apart."),
    QT_TRANSLATE_NOOP("DoctorWords", "Titles tell which pages you read."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "A browser was in front without a title: it was private, excluded, or tells none.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "No browser was in front in the last seven days."),
    QT_TRANSLATE_NOOP("DoctorWords", "Titles and programs tell what goes on in a terminal."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "A terminal was in front without a title. Have your shell set one, with the folder it is in.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "No terminal was in front in the last seven days."),
    QT_TRANSLATE_NOOP("DoctorWords", "Documents in your folders are recognised when they are in front."),
    QT_TRANSLATE_NOOP("DoctorWords", "None of the documents in your folders was in front in the last seven days."),
    QT_TRANSLATE_NOOP("DoctorWords", "No folder is named, so no document can be found or recognised. Add one."),
    QT_TRANSLATE_NOOP("DoctorWords", "Your calendars are read whenever they change."),
    QT_TRANSLATE_NOOP("DoctorWords", "A calendar could not be read. The settings say which and why."),
    QT_TRANSLATE_NOOP("DoctorWords", "No calendar is named, so meetings are known by what is in front alone. Add one."),
    QT_TRANSLATE_NOOP("DoctorWords", "This desktop shows what Kairos says by itself."),
    QT_TRANSLATE_NOOP("DoctorWords", "This desktop has no notification service, so notifications come from the tray."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "Nothing here shows notifications. Install a notification service, such as dunst.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "Kairos says nothing by itself, as you chose."),
    QT_TRANSLATE_NOOP("DoctorWords", "Only the window can tell: open it, and ask there."),
    QT_TRANSLATE_NOOP("DoctorWords", "The icon in the tray shows what the recorder does."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "This desktop shows no tray icons. Kairos does without: closing the window minimises it.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "The history is encrypted, and the keyring opens it when you log in."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "The history is encrypted, but its keyring does not answer now. Unlock it, or use your passphrase.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "The history is encrypted and opens with your passphrase."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "The history is not encrypted: no keyring was found when it was made. Encrypt it in the settings.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "There is room, and the data folder can be written."),
    QT_TRANSLATE_NOOP("DoctorWords", "Less than 1 GB is left on the disk that holds the data. Free some space."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "Less than 200 MB is left on the disk that holds the data; recording may stop. Free some space.",
    ),
    QT_TRANSLATE_NOOP("DoctorWords", "The data folder cannot be written. Give yourself permission to write to it."),
    QT_TRANSLATE_NOOP("DoctorWords", "Models learned from your own history say when to focus and what to read."),
    QT_TRANSLATE_NOOP("DoctorWords", "Simple rules are used. Models are learned once there are some weeks of history."),
    QT_TRANSLATE_NOOP(
        "DoctorWords",
        "Something that happens by itself failed the last time. It is tried again; Insights says more.",
    ),
)
KNOWN: Final = tuple(map(str, _SENTENCES))  # its types promise no text


def told_words(told: Told) -> str:
    """Return the sentence."""
    return QCoreApplication.translate(_CONTEXT, told.value)


def source_name(source: Source) -> str:
    """Return what a source is called."""
    translate = QCoreApplication.translate
    return {
        Source.RECORDER: translate("DoctorWords", "Recorder"),
        Source.WINDOW: translate("DoctorWords", "Active window"),
        Source.IDLE: translate("DoctorWords", "Time away"),
        Source.SESSION: translate("DoctorWords", "Lock and suspend"),
        Source.BROWSER: translate("DoctorWords", "Browser titles"),
        Source.TERMINAL: translate("DoctorWords", "Terminal"),
        Source.DOCUMENTS: translate("DoctorWords", "Documents"),
        Source.CALENDAR: translate("DoctorWords", "Calendar"),
        Source.NOTIFICATIONS: translate("DoctorWords", "Notifications"),
        Source.TRAY: translate("DoctorWords", "Tray"),
        Source.KEYRING: translate("DoctorWords", "Encryption"),
        Source.DISK: translate("DoctorWords", "Disk"),
        Source.MODELS: translate("DoctorWords", "Learned models"),
    }[source]


def standing_word(standing: Standing) -> str:
    """Return one or two words for how it does."""
    translate = QCoreApplication.translate
    return {
        Standing.GOOD: translate("DoctorWords", "Works"),
        Standing.QUIET: translate("DoctorWords", "Nothing yet"),
        Standing.PAUSED: translate("DoctorWords", "Paused"),
        Standing.OFF: translate("DoctorWords", "Off"),
        Standing.PARTLY: translate("DoctorWords", "Partly"),
        Standing.BAD: translate("DoctorWords", "Does not work"),
        Standing.UNKNOWN: translate("DoctorWords", "Not known"),
    }[standing]


def remedy_words(remedy: Remedy) -> str:
    """Return what the button says that helps, "" where none does."""
    translate = QCoreApplication.translate
    settings = translate("DoctorWords", "Open Settings")
    return {
        Remedy.NONE: "",
        Remedy.START: translate("DoctorWords", "Start recording"),
        Remedy.RESUME: translate("DoctorWords", "Resume"),
        Remedy.EXTENSION: translate("DoctorWords", "Install the extension…"),
        Remedy.TITLES: settings,
        Remedy.FOLDER: translate("DoctorWords", "Add a folder…"),
        Remedy.CALENDAR: translate("DoctorWords", "Calendars…"),
        Remedy.NOTIFICATIONS: settings,
        Remedy.ENCRYPT: translate("DoctorWords", "Encryption…"),
        Remedy.OPEN_FOLDER: translate("DoctorWords", "Open the folder"),
        Remedy.TRAIN: translate("DoctorWords", "Show Insights"),
    }[remedy]
