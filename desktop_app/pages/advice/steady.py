"""New advice beside what is shown already: what stays is the same offer, and rows that someone points at stay put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.domain.recommended import Advice, DocumentPick, FocusBlock, Offer


def steady(before: Advice | None, after: Advice) -> Advice:
    """Return the new advice; what was shown already keeps the offer it was shown by.

    Whoever looks at the same document for an hour was offered it once, not once for every time that was worked out.
    """
    if before is None:
        return after
    shown = {one.document_id: one.offer for one in before.documents}
    documents = tuple(_kept(one, shown.get(one.document_id)) for one in after.documents)
    return replace(after, documents=documents, block=_kept_block(before.block, after.block))


def _kept(pick: DocumentPick, before: Offer | None) -> DocumentPick:
    return pick if before is None or not _alike(before, pick.offer) else replace(pick, offer=before)


def _kept_block(before: FocusBlock | None, after: FocusBlock | None) -> FocusBlock | None:
    if before is None or after is None or before.interval != after.interval or not _alike(before.offer, after.offer):
        return after
    return replace(after, offer=before.offer)


def _alike(before: Offer, after: Offer) -> bool:
    """Return whether the same model and policy chose, and both offers are stored."""
    return (before.policy, before.model) == (after.policy, after.model) and before.id > 0


def in_place(shown: Sequence[DocumentPick], wanted: Sequence[DocumentPick], most: int) -> tuple[DocumentPick, ...]:
    """Return the documents wanted with those shown where they are; new ones take the free places at the end."""
    new = {one.document_id: one for one in wanted}
    stay = [new.pop(one.document_id) for one in shown if one.document_id in new]
    return (*stay, *new.values())[:most]
