"""What the person has chosen: one frozen value, one readable file."""

from engine.settings.file import load_settings, save_settings
from engine.settings.values import (
    AskAway,
    AssistantSettings,
    DocumentSettings,
    FocusSettings,
    Language,
    LookSettings,
    NotificationSettings,
    PlanSettings,
    PrivacySettings,
    RetentionSettings,
    Settings,
    SharingSettings,
    ShortcutSettings,
    Theme,
    TrackingSettings,
    Weekday,
)

__all__ = [
    "AskAway",
    "AssistantSettings",
    "DocumentSettings",
    "FocusSettings",
    "Language",
    "LookSettings",
    "NotificationSettings",
    "PlanSettings",
    "PrivacySettings",
    "RetentionSettings",
    "Settings",
    "SharingSettings",
    "ShortcutSettings",
    "Theme",
    "TrackingSettings",
    "Weekday",
    "load_settings",
    "save_settings",
]
