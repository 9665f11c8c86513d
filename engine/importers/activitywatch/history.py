"""All of an ActivityWatch's computers, each as one stream of stretches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing

from engine.domain.activity import Observed, Withheld
from engine.domain.imports import Doubt
from engine.domain.presence import Presence
from engine.importers.activitywatch.browsers import browser_of
from engine.importers.activitywatch.buckets import AFK, EDITOR, WEB, WINDOW, Bucket, Event
from engine.importers.activitywatch.database import read_database
from engine.importers.activitywatch.export import read_export
from engine.importers.activitywatch.flood import flood
from engine.importers.activitywatch.weave import weave
from engine.importers.findings import Findings
from engine.importers.pages import document_of, site_of
from engine.importers.reading import ForeignFile
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms
from engine.storage.foreign import ForeignDatabase

_PLATFORM = "activitywatch"
_KNOWN = frozenset({WINDOW, AFK, WEB, EDITOR})


def spans(file: ForeignFile, terms: Terms) -> Iterator[ImportedSpan]:
    """Yield what an export or a database holds, one computer after the other, each by start."""
    if not file.is_database:
        yield from _told(read_export(file, terms.findings), terms.findings)
        return
    with closing(ForeignDatabase(file.path)) as database:
        if database.in_use:
            terms.findings.note(Doubt.IN_USE)
        yield from _told(read_database(database, file.path.name), terms.findings)


def _told(buckets: list[Bucket], findings: Findings) -> Iterator[ImportedSpan]:
    for bucket in buckets:
        if bucket.type not in _KNOWN:
            findings.note(Doubt.LEFT_OUT, bucket.id)
    hosts = sorted({bucket.hostname for bucket in buckets if bucket.type == WINDOW})
    homeless = {bucket.hostname for bucket in buckets} - set(hosts)
    for host in hosts:
        yield from _of_host(host, [one for one in buckets if one.hostname in {host, *homeless}], findings)
    for bucket in buckets:
        if not hosts and bucket.type in {WEB, EDITOR}:
            findings.note(Doubt.NO_PRESENCE, bucket.id)
            yield from _alone(bucket)


def _of_host(host: str, buckets: list[Bucket], findings: Findings) -> Iterator[ImportedSpan]:
    """Yield each window watcher's stretches; a watcher that does not know its computer counts for all of them."""
    own = [bucket for bucket in buckets if bucket.hostname == host]
    afk = [bucket for bucket in own if bucket.type == AFK]
    web = [bucket for bucket in buckets if bucket.type == WEB]
    editors = [bucket for bucket in buckets if bucket.type == EDITOR]
    for window in own:
        if window.type == WINDOW:
            for piece in weave(window, afk, web, editors, findings):
                yield ImportedSpan(piece.start_ms, piece.end_ms, piece.what, window.id)


def _alone(bucket: Bucket) -> Iterator[ImportedSpan]:
    """Yield what a browser or an editor told where nothing told the window in front."""
    for event in _as_reported(bucket):
        yield ImportedSpan(event.start_ms, event.end_ms, _reported(bucket, event), bucket.id)


def _as_reported(bucket: Bucket) -> Iterable[Event]:
    return flood(bucket.events())


def _reported(bucket: Bucket, event: Event) -> Observed:
    url = event.text("url")
    watcher = bucket.client.removeprefix("aw-watcher-") or "editor"
    return Observed(
        Presence.ACTIVE,
        app=browser_of(bucket.id) or "browser" if bucket.type == WEB else watcher,
        title=event.text("title") or event.text("file").replace("\\", "/").rpartition("/")[2],
        platform=_PLATFORM,
        site=site_of(url),
        document=document_of(url) or event.text("file"),
        withheld=Withheld.PRIVATE if event.data.get("incognito") is True else Withheld.NO,
    )
