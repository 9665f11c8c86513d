"""Expected errors in the person's language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.dialogs.error_messages import known_message
from desktop_app.recorder.notes import note_words
from engine.domain.errors import KairosError

_BEFORE_CHINESE: Final = "\u2e7f"


def error_title(error: KairosError) -> str:
    """Return the error's title, translated where its kind is known to the window."""
    translate = QCoreApplication.translate
    known = {
        "Something went wrong": translate("Errors", "Something went wrong"),
        "That cannot be done": translate("Errors", "That cannot be done"),
        "This pattern cannot be used": translate("Errors", "This pattern cannot be used"),
        "The data folder cannot be used": translate("Errors", "The data folder cannot be used"),
        "Kairos is already running": translate("Errors", "Kairos is already running"),
        "The settings cannot be used": translate("Errors", "The settings cannot be used"),
        "The database cannot be used": translate("Errors", "The database cannot be used"),
        "The disk is full": translate("Errors", "The disk is full"),
        "The database was taken away": translate("Errors", "The database was taken away"),
        "The database is busy": translate("Errors", "The database is busy"),
        "The database cannot be written": translate("Errors", "The database cannot be written"),
        "This is not a Kairos database": translate("Errors", "This is not a Kairos database"),
        "The database is damaged": translate("Errors", "The database is damaged"),
        "The data is locked": translate("Errors", "The data is locked"),
        "This key does not open the data": translate("Errors", "This key does not open the data"),
        "The data is not encrypted": translate("Errors", "The data is not encrypted"),
        "The keyring cannot be used": translate("Errors", "The keyring cannot be used"),
        "This data is from a newer Kairos": translate("Errors", "This data is from a newer Kairos"),
        "The file cannot be imported": translate("Errors", "The file cannot be imported"),
        "The export cannot be written": translate("Errors", "The export cannot be written"),
        "This folder holds more than documents": translate("Errors", "This folder holds more than documents"),
        "The sentence encoder cannot be used": translate("Errors", "The sentence encoder cannot be used"),
        "The document cannot be read": translate("Errors", "The document cannot be read"),
        "The pack cannot be used": translate("Errors", "The pack cannot be used"),
        "Nothing was found by meaning": translate("Errors", "Nothing was found by meaning"),
        "This cannot be shared": translate("Errors", "This cannot be shared"),
        "This file cannot be used": translate("Errors", "This file cannot be used"),
        "Sharing is off": translate("Errors", "Sharing is off"),
        "Nothing is learned together": translate("Errors", "Nothing is learned together"),
        "Kairos cannot see the desktop": translate("Errors", "Kairos cannot see the desktop"),
    }
    return known.get(error.title, error.title)


def error_sentence(error: KairosError) -> str:
    """Return title and message as one text, with the full stop of the language the title is in."""
    title = error_title(error)
    return f"{title}{'。' if title[-1:] > _BEFORE_CHINESE else '. '}{error_message(error)}"


def error_message(error: KairosError) -> str:
    """Return what the error says, translated where the window knows the message."""
    said = known_message(error.message)
    return note_words(error.message) if said is None else said
