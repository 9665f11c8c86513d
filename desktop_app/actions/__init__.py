"""What a person can do, named once: for the command palette, the list of shortcuts and the keys."""

from desktop_app.actions.action import Action, Doer, Entry, When, bind

__all__ = ["Action", "Doer", "Entry", "When", "bind"]
