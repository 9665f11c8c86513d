"""Which time is a meeting: nobody is asked what they did while they listened."""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.domain.activity import Observed

_CATEGORIES = frozenset("meeting meetings call calls conference conferences 会议 通话 视频会议".split())
_APPS = frozenset(
    "zoom zoom.us teams teams-for-linux ms-teams webex ciscocollabhost skype skypeforlinux gotomeeting bluejeans "
    "jitsi jitsi-meet linphone wemeetapp dingtalk voovmeeting facetime".split()
)
_TITLES = re.compile(
    r"\b(?:google meet|meet [-–—] |zoom meeting|jitsi meet|bigbluebutton|microsoft teams meeting)|腾讯会议|视频会议",
    re.IGNORECASE,
)
_READ = 300  # characters of a title; what makes it a meeting stands in front


def is_meeting(what: Observed, category: Iterable[str] = ()) -> bool:
    """Return whether the look is a meeting, by its category's path, its app or its title."""
    if any(name.casefold() in _CATEGORIES for name in category):
        return True
    app = what.app.casefold().removesuffix(".exe")
    return app in _APPS or app.split(".")[-1] in _APPS or _TITLES.search(what.title[:_READ]) is not None
