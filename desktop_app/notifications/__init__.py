"""What Kairos says by itself, shown by the desktop, the tray or the window."""

from desktop_app.notifications.notifier import Notifier

__all__ = ["Notifier"]
