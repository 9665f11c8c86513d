"""The script Kairos runs inside KWin, and the words it calls back with."""

from __future__ import annotations

import json

OBJECT = "/desktop/kairos/Focus"
INTERFACE = "desktop.kairos.Focus"
SAW_WINDOW = "SawWindow"  # app, title, process id, all as text
SAW_NOTHING = "SawNothing"

_SCRIPT = """\
const target = [@NAME, @OBJECT, @INTERFACE];
let followed = null;

function tell() {
    if (!followed) {
        callDBus(...target, @NOTHING);
        return;
    }
    const app = String(followed.desktopFileName || followed.resourceClass || "");
    callDBus(...target, @WINDOW, app, String(followed.caption || ""), String(followed.pid || 0));
}

function follow(next) {
    if (followed) {
        try {
            followed.captionChanged.disconnect(tell);
        } catch (gone) {
            // the window was closed: its signals went with it
        }
    }
    followed = next || null;
    if (followed) {
        followed.captionChanged.connect(tell);
    }
    tell();
}

function leave(closed) {
    if (closed === followed) {
        followed = null;
        tell();
    }
}

// Plasma 6 says window where Plasma 5 said client.
(workspace.windowActivated || workspace.clientActivated).connect(follow);
(workspace.windowRemoved || workspace.clientRemoved).connect(leave);
follow(workspace.activeWindow || workspace.activeClient);
"""


def script_for(bus_name: str) -> str:
    """Return the script that reports to the connection with this unique bus name."""
    words = {
        "@NAME": bus_name,
        "@OBJECT": OBJECT,
        "@INTERFACE": INTERFACE,
        "@NOTHING": SAW_NOTHING,
        "@WINDOW": SAW_WINDOW,
    }
    text = _SCRIPT
    for mark, word in words.items():
        text = text.replace(mark, json.dumps(word))
    return text
