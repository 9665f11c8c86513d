"""What the engine says of keys, listed to be translated; %1 and so on stand for what changes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

KEY_MESSAGES = (
    QT_TRANSLATE_NOOP("ErrorMessages", "It is encrypted already. What opens it: kairos keys list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "This profile is not encrypted. Encrypt it first."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "That is not the passphrase of this profile. To keep the passphrase, give it; or remove it first: "
        "kairos keys remove passphrase",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "keys.json is not of the same profile as its copy backups/keys.json, and what was given opens the database "
        "by neither. Put back the keys.json of this profile.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 says that a change of the key was cut off, and this profile's key never began one; the database is not "
        "encrypted. Somebody may have put both there. Put back the keys.json and the database of this profile.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "keys.json says that a change of the key was cut off, and this profile's key never began one. Nothing was "
        "changed. Put back the keys.json and the database of this profile.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "Choose the keyring, a passphrase, or both."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is no such slot. What there is: kairos keys list"),
    QT_TRANSLATE_NOOP("ErrorMessages", "This is the last way to open the profile. Add another one first."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "keys.json holds another key than the one the database has. Put back a backup of it.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "Backups still have the key from before, and the keyring does not open it. Give its passphrase or recovery "
        "code in a file: kairos keys finish --passphrase-file FILE",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "A recovery code has %1 letters and digits; this one has %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "There is a typing error in the recovery code. Compare it with what you kept."),
    QT_TRANSLATE_NOOP("ErrorMessages", "“%1” stands in no recovery code. Compare it with what you kept."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The passphrase is empty."),
    QT_TRANSLATE_NOOP("ErrorMessages", "A passphrase can have %1 MB at most."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The passphrase file %1 cannot be read: %2."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The passphrase file %1 is no text in UTF-8. Save it as UTF-8."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The passphrase file %1 is empty. Write the passphrase into its first line."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Others can read the passphrase file %1. Close it to them first: chmod 600 %2"),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be read: %2. It holds the wrapped key."),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 was written by a newer Kairos. Install that version; it was left as it is."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is damaged; it holds the wrapped key of the encrypted profile. Put it back from a backup of "
        "yours, or from backups/keys.json in the same folder.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 cannot be written: %2. Nothing was changed."),
    QT_TRANSLATE_NOOP("ErrorMessages", "That does not open this profile."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The installed cryptography cannot do argon2id. Install Kairos again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The keyring of this computer does not keep what it is given."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This system has no keyring that Kairos knows."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No keyring (Secret Service) runs in this session."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The keyring is locked. Unlock it and try again."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 is set as the keyring of Python programs. Kairos uses only the operating system's own.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The keyring of this computer cannot be used (%1)."),
    QT_TRANSLATE_NOOP("ErrorMessages", "Nothing opens this profile."),
    QT_TRANSLATE_NOOP("ErrorMessages", "No keyring opens this profile."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The keyring of this computer no longer has the entry of this profile."),
    QT_TRANSLATE_NOOP("ErrorMessages", "This profile has no such slot: nothing was set up that this could open."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The wrapped key is not the one keys.json was made for. Put back a backup of it.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "The keyring of this computer does not answer."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The process that opens keys does not run. Install Kairos again."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The key of this profile was not handed over. Start Kairos again."),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "The database is encrypted, and %1, which holds its wrapped key, is gone. Put that file back from a "
        "backup; a recovery code or passphrase opens nothing without it. Nothing was changed.",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "This profile is not encrypted, and a passphrase file was named. Leave that out, or encrypt the "
        "profile with: kairos keys encrypt",
    ),
    QT_TRANSLATE_NOOP(
        "ErrorMessages",
        "%1 Nothing else was set up that opens this profile: get the keyring back, and try again.",
    ),
    QT_TRANSLATE_NOOP("ErrorMessages", "%1 Open it with %2: in the window, in a terminal, or with --passphrase-file."),
    QT_TRANSLATE_NOOP("ErrorMessages", "The window of Kairos is open already. Bring it to the front by hand."),
)
