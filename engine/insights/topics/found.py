"""The topics of a history: texts read, topics found among them, and the time that went to each, month by month.

A title is too short for its words to be seen together, so all titles of an hour are read as one text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from engine.domain.topics import Topic, Topics
from engine.insights.columns import Columns, Floats, Whole
from engine.insights.topics.counts import table_of
from engine.insights.topics.models import best_topics
from engine.insights.topics.texts import Text, without_sites, words_of

MOST_TITLES = 3_000
"""So many titles are read, those with the most time."""

_LEAST_S = 30.0
_HOUR_S = 3600
_TITLES_TOLD, _DAYS_TOLD = 6, 30
_DAY_S = 300.0  # of a topic, for a day to be named
_MOSTLY = 0.5
_SAME_WORDS = 0.6
_LEAST_SHARE = 0.01


def find_topics(
    columns: Columns,
    documents: Sequence[Text],
    is_browser: Callable[[str], bool] = lambda _app: False,
    told: Callable[[float], object] = lambda _share: None,
) -> Topics:
    """Return the topics of the titles in a history and of documents, the biggest first.

    is_browser: whether an app's titles are those of pages, which name their site. told: hears between the steps how
    much of the work is done, from 0 to 1.
    """
    titles = read_titles(columns, is_browser)
    texts = [*titles.texts, *documents]
    words = words_of(texts)
    table = table_of([*hours_of(titles, words), *words[len(titles.texts) :]])
    model = None if table is None else best_topics(table, told)
    if model is None:
        return Topics(texts=len(texts))
    names, parts = _joined(model.words, model.parts(words))
    found = [_topic(names[at], parts, at, texts, titles) for at in range(len(names))]
    kept = sorted((one for one in found if one.share >= _LEAST_SHARE or not titles.texts), key=lambda one: -one.share)
    return Topics(tuple(kept), model.method, model.npmi, model.stability, len(texts))


def _joined(words: Sequence[tuple[str, ...]], parts: Floats) -> tuple[list[tuple[str, ...]], Floats]:
    """Return the topics with those in one that are told by the same words."""
    kept: list[tuple[str, ...]] = []
    columns: list[Floats] = []
    for at in np.argsort(-parts.sum(axis=0), kind="stable"):
        mine = set(words[at])
        same = next((place for place, other in enumerate(kept) if _alike(mine, set(other))), None)
        if same is None:
            kept.append(words[at])
            columns.append(parts[:, at].copy())
        else:
            columns[same] += parts[:, at]
    return kept, np.stack(columns, axis=1)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _SAME_WORDS * min(len(one), len(other))


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles, the seconds of each, the same by month and by day, and which of them each hour had in front."""

    texts: list[Text]
    seconds: Floats
    months: dict[str, Floats]
    days: dict[int, Floats]
    hours: list[Whole]


def hours_of(titles: Titles, words: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the words of each hour's titles, each title once."""
    return [[word for title in hour.tolist() for word in words[title]] for hour in titles.hours]


def read_titles(columns: Columns, is_browser: Callable[[str], bool] = lambda _app: False) -> Titles:
    """Return the titles with most time; what a browser's say is told without the site."""
    rows = np.flatnonzero((columns.presence == 0) & (columns.title >= 0) & (columns.app >= 0))
    looks, which = np.unique(
        np.stack([np.asarray(columns.app)[rows], np.asarray(columns.title)[rows]]), axis=1, return_inverse=True
    )
    which = which.ravel()
    lengths = (columns.end_s - columns.start_s)[rows]
    seconds = np.bincount(which, lengths, looks.shape[1])
    kept = np.flatnonzero(seconds >= _LEAST_S)
    kept = kept[np.argsort(-seconds[kept], kind="stable")[:MOST_TITLES]]
    back = np.full(looks.shape[1], -1)
    back[kept] = np.arange(len(kept))
    place, day = back[which], np.asarray(columns.day)[rows]
    texts = _spoken(
        [(columns.apps[app], columns.titles[title]) for app, title in looks[:, kept].T.tolist()], is_browser
    )
    days: dict[int, Floats] = {}
    months: dict[str, Floats] = {}
    for one in np.unique(day[place >= 0]).tolist():
        here = (day == one) & (place >= 0)
        days[one] = np.bincount(place[here], lengths[here], len(kept)).astype(np.float64)
        month = date.fromordinal(one).isoformat()[:7]
        months[month] = months.get(month, 0.0) + days[one]
    hour = np.asarray(columns.local_s)[rows] // _HOUR_S
    pairs = np.unique(np.stack([hour[place >= 0], place[place >= 0]]), axis=1).astype(np.int64)
    hours = np.split(pairs[1], np.flatnonzero(np.diff(pairs[0])) + 1) if pairs.size else []
    return Titles(texts, seconds[kept].astype(np.float64), months, days, hours)


def _spoken(looks: Sequence[tuple[str, str]], is_browser: Callable[[str], bool]) -> list[Text]:
    browsers = {app for app in {app for app, _ in looks} if is_browser(app)}
    pages = [title for app, title in looks if app in browsers]
    told = dict(zip(pages, without_sites(pages), strict=True))
    return [Text(title, app, told[title] if app in browsers else title) for app, title in looks]


def _topic(words: tuple[str, ...], parts: Floats, at: int, texts: Sequence[Text], titles: Titles) -> Topic:
    count = len(titles.texts)
    time = np.append(titles.seconds, np.full(len(texts) - count, _LEAST_S))
    part, told = parts[:, at], parts[:count].sum(axis=1)  # told: whether any word of a title is known
    near = [one for one in np.argsort(-part * np.log1p(time), kind="stable") if part[one] >= _MOSTLY]
    spent = {one: float(values @ part[:count]) for one, values in titles.days.items()}
    most = sorted((one for one, seconds in spent.items() if seconds >= _DAY_S), key=lambda one: (-spent[one], one))
    return Topic(
        words=words,
        titles=tuple(dict.fromkeys(texts[one].name for one in near))[:_TITLES_TOLD],
        share=_share(titles.seconds, part[:count], told),
        months=tuple((month, _share(values, part[:count], told)) for month, values in sorted(titles.months.items())),
        days=tuple(map(date.fromordinal, most[:_DAYS_TOLD])),
        minutes=tuple(spent[one] / 60 for one in most[:_DAYS_TOLD]),
    )


def _share(seconds: Floats, part: Floats, told: Floats) -> float:
    whole = float(seconds @ told)
    return float(seconds @ part) / whole if whole else 0.0
