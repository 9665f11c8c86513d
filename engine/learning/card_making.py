"""Cards as they stand in the person's own notes: nothing is invented, and nothing is a card before it is confirmed.

Found are "Q: … A: …" pairs, lines of a term and its definition, and headings with the first sentence below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from engine.domain.learning import CardDraft

LONGEST_FRONT, LONGEST_BACK, MOST_DRAFTS = 300, 1_000, 200
_SHORTEST_DEFINITION = 8
_LONGEST_TERM = 60
_QUESTION = re.compile(r"^\W*(?:q|question|f|问|問|问题)\s*[:：]\s*(?P<text>\S.*)$", re.IGNORECASE)
_ANSWER = re.compile(r"^\W*(?:a|answer|答|答案)\s*[:：]\s*(?P<text>\S.*)$", re.IGNORECASE)
_TERM = re.compile(r"^[\s*+•\-]*(?P<term>[^:：]{2,60}?)[*_`]*\s*(?::\s+|：\s*)(?P<text>\S.*)$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
_MARKS = re.compile(r"[*_`#]+")
_LINK = re.compile(r"://")


def drafts_of(passages: Iterable[tuple[str, str]]) -> tuple[CardDraft, ...]:
    """Return what a document's passages, each with the heading it stands under, offer as cards, in their order."""
    found: dict[str, CardDraft] = {}
    headings: set[str] = set()
    for heading, text in passages:
        for draft in _in_passage(text):
            found.setdefault(draft.front.casefold(), draft)
        if heading and heading not in headings:
            headings.add(heading)
            for draft in _of_heading(heading, text):
                found.setdefault(draft.front.casefold(), draft)
        if len(found) >= MOST_DRAFTS:
            break
    return tuple(found.values())[:MOST_DRAFTS]


def _in_passage(text: str) -> Iterator[CardDraft]:
    lines = [line.strip() for line in text.split("\n")]
    asked = ""
    for line in lines:
        question, answer = _QUESTION.match(line), _ANSWER.match(line)
        if question:
            asked, _, same_line = _split_answer(question["text"])
            if same_line:
                yield from _draft(asked, same_line)
                asked = ""
        elif answer and asked:
            yield from _draft(asked, answer["text"])
            asked = ""
        elif not answer:
            yield from _definition(line)


def _split_answer(text: str) -> tuple[str, str, str]:
    """Return question, what divides, and answer where both stand on one line."""
    found = re.search(r"\s(?:A|Answer|答|答案)\s*[:：]\s*", text)
    return (text, "", "") if found is None else (text[: found.start()], found[0], text[found.end() :])


def _definition(line: str) -> Iterator[CardDraft]:
    found = _TERM.match(line)
    if found is None or _LINK.search(line) or len(found["text"]) < _SHORTEST_DEFINITION:
        return
    term = _plain(found["term"])
    if 0 < len(term.split()) <= 6 and not term[0].isdigit() and term[-1] not in ".,;。，；":  # noqa: PLR2004
        yield from _draft(term, found["text"])


def _of_heading(heading: str, text: str) -> Iterator[CardDraft]:
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    sentence = _SENTENCE_END.split(first, maxsplit=1)[0]
    listed = first[:1] in "-*+•|" or _QUESTION.match(first) or _TERM.match(first)
    own = _plain(heading.rsplit(">", 1)[-1])
    if not listed and len(sentence) > len(own) and sentence[-1:] in ".!?…。！？" and len(own) <= _LONGEST_TERM:
        yield from _draft(own, sentence)


def _draft(front: str, back: str) -> Iterator[CardDraft]:
    front, back = _plain(front), _plain(back)
    if front and back and len(front) <= LONGEST_FRONT and len(back) <= LONGEST_BACK:
        yield CardDraft(front, back)


def _plain(text: str) -> str:
    return _MARKS.sub("", text).strip()
