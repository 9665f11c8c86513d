"""Packs of one profile: made, read, looked at, taken in and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from engine.domain.clock import Clock
from engine.domain.learning import Level, Skill
from engine.domain.ordinary_file import ordinary_file
from engine.domain.packs import (
    LONGEST_PACK_NAME,
    PACK_SUFFIX,
    LineState,
    Offers,
    Pack,
    PackError,
    PackImport,
    PackItem,
    PackKind,
    PackLine,
    PackPreview,
    PackUndone,
    PackUnusable,
)
from engine.domain.plain_text import plain
from engine.domain.whole_file import whole_file
from engine.sharing.packs.items import fitting, items_of
from engine.sharing.packs.learning_shelf import with_levels
from engine.sharing.packs.notation import sealed, text_of, understood
from engine.sharing.packs.shelf import Shelf
from engine.storage.pack_imports import PackImportStore, PackWriter

LARGEST: Final = 4 << 20
_OFF: Final = "Sharing is off, so no pack is made. Turn it on in Settings > Sharing, or with: kairos share on"


class Packs:
    """What one profile gives to others and takes from them. Every method may raise PackError and Storage errors.

    allowed: whether anything may be made to be given away. relabel: has the history labelled by the rules in force.
    said: skills, and how well the person says each is known, oldest first.
    """

    def __init__(
        self,
        shelves: Mapping[PackKind, Shelf],
        store: PackImportStore,
        allowed: Callable[[], bool],
        relabel: Callable[[], object],
        said: Callable[[], tuple[list[Skill], list[Level]]],
        clock: Clock,
    ) -> None:
        self._shelves = shelves
        self._store = store
        self._allowed = allowed
        self._relabel = relabel
        self._said = said
        self._clock = clock

    # ---------------------------------------------------------------- making

    def offers(self, kind: PackKind, names: Sequence[str] = (), *, levels: bool = False) -> Offers:
        """Return all that a pack can be made of, each item as the file will say it; UsageError for an unknown name.

        levels: with how well the person says each skill is known, which else stays behind.
        """
        self._check_allowed()
        found = self._shelves[kind].offers(names)
        return with_levels(found, *self._said()) if levels and kind is PackKind.LEARNING else found

    def make(
        self, kind: PackKind, names: Sequence[str] = (), *, name: str = "", note: str = "", levels: bool = False
    ) -> Pack:
        """Return a pack of what is wanted among the offers; UsageError for a name that is none."""
        offers = self.offers(kind, names, levels=levels)
        return self.packed(kind, offers, [one.item for one in offers.items if one.wanted], name=name, note=note)

    def packed(self, kind: PackKind, offers: Offers, items: Iterable[PackItem], *, name: str, note: str = "") -> Pack:
        """Return a pack of these items, as they would be read again. PackError where there is none, or no name."""
        self._check_allowed()
        chosen = tuple(fitting(items))
        if not chosen:
            raise PackError("There is nothing to put into this pack. Choose something first.")
        tidy = " ".join(plain(name).split())
        if not tidy or len(tidy) > LONGEST_PACK_NAME:
            raise PackError(f"Give the pack a name of 1 to {LONGEST_PACK_NAME} characters.")
        draft = Pack(kind, tidy, chosen, " ".join(plain(note).split()), left_out=offers.left_out)
        return replace(self.understood(self.text(draft)), left_out=offers.left_out)

    def text(self, pack: Pack) -> str:
        """Return the very text of a pack's file."""
        shelf = self._shelves[pack.kind]
        return text_of(pack, (shelf.write(item) for item in pack.items if not isinstance(item, PackUnusable)))

    def save(self, pack: Pack, file: Path) -> Path:
        """Write the file whole or not at all and return where; PackError while sharing is off, or it cannot be."""
        self._check_allowed()
        path = file if file.suffix else file.with_name(file.name + PACK_SUFFIX)
        _write(path, self.text(pack))
        return path

    def _check_allowed(self) -> None:
        if not self._allowed():
            raise PackError(_OFF, title="Sharing is off")

    # ---------------------------------------------------------------- reading

    def read(self, file: Path) -> Pack:
        """Return the pack a file holds; one that was edited since it was sealed is refused."""
        return self.understood(_read(file))

    def understood(self, text: str) -> Pack:
        """Return the pack a text is."""
        draft = understood(text)
        if not draft.sealed:
            raise PackError("This pack is not sealed. Whoever wrote it seals it with: kairos packs seal FILE")
        if draft.sealed.lower() != draft.digest:
            raise PackError(
                "This pack was changed after it was sealed, by an accident or by hand. Ask for it anew; if the change "
                "is your own, seal it again with: kairos packs seal FILE"
            )
        return Pack(draft.kind, draft.name, items_of(draft, self._shelves[draft.kind]), draft.note, draft.digest)

    def seal(self, file: Path) -> Pack:
        """Write the digest of what a file says now into it and return the pack; comments stay."""
        text = sealed(_read(file))
        pack = self.understood(text)
        _write(file, text)
        return pack

    # ---------------------------------------------------------------- taking

    def preview(self, pack: Pack) -> PackPreview:
        """Return what taking the pack would do; nothing is changed."""
        lines = self._shelves[pack.kind].lines(pack)
        refused = [
            PackLine(place, LineState.REFUSED, item.name, after=item.lines, why=item.why)
            for place, item in enumerate(pack.items)
            if isinstance(item, PackUnusable)
        ]
        before = any(one.digest == pack.digest and one.undone_ms is None for one in self._store.all())
        return PackPreview(pack, tuple(sorted([*lines, *refused], key=lambda one: one.place)), before)

    def take(self, preview: PackPreview, left_out: Iterable[int] = (), *, relabel: bool = True) -> PackImport:
        """Take in what was looked at, but for items of these places and what needs them; all of it or nothing.

        PackError where what is there changed since. Its id is 0 where nothing was to be changed. relabel: have the
        history labelled by new rules before this returns; else whoever asks does that.
        """
        pack, now_ms = preview.pack, self._clock.now().wall_ms
        chosen = preview.chosen(frozenset(left_out))

        def write(writer: PackWriter) -> None:
            if self.preview(pack).lines != preview.lines:
                raise PackError("What is there changed meanwhile. Look at the pack anew, and take it then.")
            for line in chosen:
                self._shelves[pack.kind].put(writer, pack, line)

        done = self._store.take(PackImport(pack.kind, pack.name, pack.digest, 0, now_ms), write)
        if relabel and done.id and pack.kind is PackKind.RULES:
            self._relabel()
        return done

    def undo(self, number: int, *, relabel: bool = True) -> PackUndone:
        """Take a pack back, but for what was changed or is used since; that is told. relabel: as for take."""
        done = self._store.undo(number, self._clock.now().wall_ms)
        if relabel and done.taken.kind is PackKind.RULES:
            self._relabel()
        return done

    def taken(self) -> tuple[PackImport, ...]:
        """Return every pack that was taken in, the newest first."""
        return self._store.all()


def _read(file: Path) -> str:
    try:
        found = ordinary_file(file.resolve())
        if found is None:
            raise PackError(f"{file} cannot be read: it is not there, or no ordinary file.")
        with found:
            data = found.read(LARGEST + 1)
    except OSError as cause:
        raise PackError(f"{file} cannot be read: {cause.strerror or cause}.") from cause
    if len(data) > LARGEST:
        raise PackError(f"{file} is larger than {LARGEST >> 20} MB: it is no pack.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PackError(f"{file} is no text in UTF-8. Save it as UTF-8 and try again.") from None


def _write(path: Path, text: str) -> None:
    try:
        with whole_file(path) as file:
            file.write(text.encode())
    except OSError as cause:
        raise PackError(f"{path} cannot be written: {cause.strerror or cause}. Choose another place.") from cause
