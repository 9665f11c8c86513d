"""The settings page: one file per section."""

from desktop_app.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
