"""Keys that only work while the keyboard is in one control, for the list of shortcuts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class ControlKeys:
    """Keys of a control on a page, and what they do; keys are as QKeySequence reads each, parted by ", "."""

    page: str
    keys: str
    title: str


def control_keys() -> tuple[ControlKeys, ...]:
    """Return them page by page, in the language in force."""
    translate = QCoreApplication.translate
    return (
        ControlKeys(
            "plan", "Up, Down, Left, Right", translate("Actions", "Walk through the blocks, or move the chosen place")
        ),
        ControlKeys("plan", "Home, End", translate("Actions", "Go to the first or the last block")),
        ControlKeys("plan", "PgUp, PgDown", translate("Actions", "Show the time before or after")),
        ControlKeys("plan", "Alt+Up, Alt+Down", translate("Actions", "Move the chosen block")),
        ControlKeys("plan", "Shift+Up, Shift+Down", translate("Actions", "Make the chosen block shorter or longer")),
        ControlKeys("plan", "Return", translate("Actions", "Open the chosen block, or accept the chosen proposal")),
        ControlKeys("plan", "Del", translate("Actions", "Remove the chosen block, or refuse the chosen proposal")),
        ControlKeys("plan", "+, -", translate("Actions", "Zoom the hours")),
        ControlKeys("timeline", "Left, Right", translate("Actions", "Walk through the activities")),
        ControlKeys("timeline", "Up, Down", translate("Actions", "Go to another lane")),
        ControlKeys("timeline", "Home, End, PgUp, PgDown", translate("Actions", "Show time before or after")),
        ControlKeys("timeline", "+, -", translate("Actions", "Zoom in and out")),
        ControlKeys("timeline", "Return", translate("Actions", "Label the chosen time")),
        ControlKeys("timeline", "Del", translate("Actions", "Delete the chosen time")),
        ControlKeys("timeline", "S", translate("Actions", "Split the chosen time at the dashed line")),
        ControlKeys("timeline", "D", translate("Actions", "Say which document it shows")),
        ControlKeys("timeline", "Esc", translate("Actions", "Choose nothing")),
        ControlKeys("today", "Left, Right, Home, End", translate("Actions", "Walk through the day ribbon")),
        ControlKeys("today", "Up, Down", translate("Actions", "Go to the planned or the actual lane")),
        ControlKeys("today", "Return", translate("Actions", "Show the day as a table, or open the chosen document")),
        ControlKeys("reports", "Left, Right, Up, Down", translate("Actions", "Walk through a chart")),
        ControlKeys("reports", "Return", translate("Actions", "List what is behind the chosen bar or row")),
        ControlKeys("documents", "Down", translate("Actions", "Go from the search to its results")),
        ControlKeys("documents", "Return", translate("Actions", "Open the chosen document or folder")),
        ControlKeys("documents", "Ctrl+C", translate("Actions", "Copy the path of the chosen document")),
        ControlKeys("documents", "Del", translate("Actions", "Remove the chosen folder")),
        ControlKeys("documents", "Esc", translate("Actions", "Clear the search")),
        ControlKeys("learn", "Space", translate("Actions", "Show the answer")),
        ControlKeys("learn", "1, 2, 3, 4", translate("Actions", "Say how well you knew it")),
        ControlKeys("assistant", "Return", translate("Actions", "Ask what is typed")),
        ControlKeys("rules", "Del", translate("Actions", "Remove the chosen rule or category")),
        ControlKeys("rules", "Alt+Up, Alt+Down", translate("Actions", "Move the chosen rule up or down")),
        ControlKeys("settings", "Del", translate("Actions", "Remove the chosen line of a list")),
    )
