"""What is stored, erased, copied and locked, in memory: as the settings page asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine.domain.backups import Backup, BackupReason, CheckReport, Kind, RestorePreview, Salvaged, Share
from engine.domain.egress import NetworkCount, ProcessRole
from engine.domain.erasing import Erasable, EraseChoice, Erased, ErasePreview, Proof, Searched
from engine.domain.errors import KairosError, UsageError
from engine.domain.key_slots import Encryption, Finished, KeySlot, Rekeyed, SlotKind
from engine.domain.retention import Limits, RetentionDone, RetentionPreview, Tier
from engine.domain.stored import FileKind, Lately, Stored, StoredFiles, StoredKind, StoredRows

DAY_MS = 86_400_000
MADE_MS = 1_795_219_200_000  # 2026-11-21 00:00 UTC
CODE = "K7QF-2MPD-9XWT-4HJA-B6CE-3YNR-8GVS-5TUL"


@dataclass
class FakePrivacy:
    """A profile of a year. since: moments that were asked from; found: what is told of the time since then."""

    found: Lately = field(default_factory=lambda: Lately(MADE_MS, MADE_MS + 1_000))
    network: NetworkCount = field(default_factory=lambda: NetworkCount(MADE_MS - 90 * DAY_MS))
    encrypted: bool = True
    since: list[int] = field(default_factory=list)
    error: KairosError | None = None

    def stored(self) -> Stored:
        """Return a year's worth."""
        rows = (
            StoredRows(StoredKind.TITLES, 24_113, None, Tier.TITLES),
            StoredRows(StoredKind.ACTIVITIES, 412_398, MADE_MS - 365 * DAY_MS, Tier.HOURS),
            StoredRows(StoredKind.CORRECTIONS, 41, MADE_MS - 100 * DAY_MS, Tier.OWN),
            StoredRows(StoredKind.DOCUMENTS, 1_204, None, Tier.DERIVED),
            StoredRows(StoredKind.DIALOGUES, 0, None, Tier.TITLES),
            StoredRows(StoredKind.TOTALS, 90_101, MADE_MS - 365 * DAY_MS, Tier.EVER),
            StoredRows(StoredKind.WORKING, 12, MADE_MS, Tier.WORKING),
        )
        files = (
            StoredFiles(FileKind.DATABASE, 3, 61_203_456),
            StoredFiles(FileKind.BACKUPS, 14, 310_203_456),
            StoredFiles(FileKind.MODELS, 6, 1_203_456, open_to_others=2),
            StoredFiles(FileKind.KEYS, 0, 0),
        )
        return Stored(Path("/profile"), rows, files, self.network, encrypted=self.encrypted)

    def now_ms(self) -> int:
        """Return the moment that stands still here."""
        return MADE_MS

    def lately(self, since_ms: int) -> Lately:
        """Return what a test says."""
        if self.error is not None:
            raise self.error
        self.since.append(since_ms)
        return self.found

    def diagnostics(self) -> str:
        """Return a line."""
        return "Kairos 0.1.0\nAll well."

    def attempted(self) -> None:
        """Have something asked for a connection twice."""
        self.network = replace(self.network, refused=2, by_role=((ProcessRole.WORKER, 2),))


@dataclass
class FakeErasing:
    """Erases from nowhere, and remembers what. matches: whether anything does."""

    matches: bool = True
    erased: list[EraseChoice] = field(default_factory=list)
    proved: list[tuple[str, ...]] = field(default_factory=list)
    troubles: tuple[str, ...] = ()
    hits: int = 0

    def preview(self, choice: EraseChoice) -> ErasePreview:
        """Return what would go."""
        counts = ((Erasable.ACTIVITIES, 1_204), (Erasable.TITLES, 37), (Erasable.FINDINGS, 3)) if self.matches else ()
        return ErasePreview(choice, counts, 5_400_000, MADE_MS - 9 * DAY_MS, MADE_MS, backups=14, stays=(("rules", 2),))

    def erase(self, choice: EraseChoice, *, prove: Sequence[str] = ()) -> Erased:
        """Erase."""
        self.erased.append(choice)
        self.proved.append(tuple(prove))
        places = (Searched("kairos.sqlite3", 1_000, self.hits), Searched("database: title.text", 3, 0))
        return Erased(self.preview(choice), 2.34, self.troubles, Proof(places, 0.1) if prove else None)


@dataclass
class FakeRetention:
    """Limits of a day in spring."""

    applied: int = 0
    empty: bool = False

    def preview(self) -> RetentionPreview:
        """Return what would be dropped."""
        limits = Limits(MADE_MS - 90 * DAY_MS, MADE_MS - 730 * DAY_MS)
        if self.empty:
            return RetentionPreview(limits, agreed=False)
        return RetentionPreview(limits, agreed=False, activities=30_112, titles=4_100, gone=900, days=12, others=7)

    def apply(self) -> RetentionDone:
        """Drop it."""
        self.applied += 1
        return RetentionDone(self.preview())


def backup(number: int, reason: BackupReason, *, encrypted: bool = True) -> Backup:
    """Return a backup made so many days before."""
    made_ms = MADE_MS - number * DAY_MS
    return Backup(
        Path(f"/profile/backups/{number}"),
        made_ms,
        61_000_000 - number,
        9,
        reason,
        encrypted,
        412_000 - number,
        made_ms,
    )


@dataclass
class FakeBackups:
    """Three backups and more with each that is asked for."""

    kept: list[Backup] = field(
        default_factory=lambda: [
            backup(0, BackupReason.SCHEDULED),
            backup(1, BackupReason.RESTORE),
            backup(30, BackupReason.MIGRATION, encrypted=False),
        ]
    )
    checked: CheckReport | None = None
    restored: list[Backup] = field(default_factory=list)
    error: KairosError | None = None
    salvaged: Salvaged | None = None

    def list(self) -> tuple[Backup, ...]:
        """Return them, the newest first."""
        return tuple(self.kept)

    def last_check(self) -> CheckReport | None:
        """Return the last one."""
        return self.checked

    def untold(self) -> Salvaged | None:
        """Return what nobody was told yet."""
        return self.salvaged

    def told(self) -> None:
        """Note that somebody was."""
        self.salvaged = None

    def make(self, reason: BackupReason) -> Backup:
        """Make one."""
        if self.error is not None:
            raise self.error
        self.kept.insert(0, backup(-1, reason))
        return self.kept[0]

    def check(self) -> CheckReport:
        """Check."""
        self.checked = CheckReport(MADE_MS, whole=True)
        return self.checked

    def preview(self, chosen: Backup) -> RestorePreview:
        """Return a few differences."""
        loses = (Share(Kind.ACTIVITY, 812, MADE_MS - DAY_MS, MADE_MS, 2), Share(Kind.RULE, 1))
        gains = (
            Share(Kind.NAME, 1_363, MADE_MS - DAY_MS, MADE_MS, 2),
            Share(Kind.BLOCK, 2, MADE_MS, MADE_MS + DAY_MS, 2),
        )
        return RestorePreview(chosen, loses, gains)

    def restore(self, chosen: Backup) -> Backup:
        """Go back."""
        if self.error is not None:
            raise self.error
        self.restored.append(chosen)
        return backup(-2, BackupReason.RESTORE)


@dataclass
class FakeKeys:
    """Slots in memory; asked: what was done, in order."""

    found: Encryption = field(default_factory=lambda: Encryption(on=False, keyring="Secret Service"))
    cut_off: Finished | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list)
    error: KairosError | None = None

    def state(self) -> Encryption:
        """Return the state."""
        return self.found

    def turn_on(self, *, keyring: bool, passphrase: str | None) -> str:
        """Encrypt."""
        self._do("turn_on", keyring, passphrase)
        kinds = [SlotKind.RECOVERY, *[SlotKind.KEYRING] * keyring, *[SlotKind.PASSPHRASE] * (passphrase is not None)]
        self.found = replace(self.found, on=True, slots=tuple(KeySlot(kind, MADE_MS) for kind in kinds))
        return CODE

    def turn_off(self) -> None:
        """Decrypt."""
        self._do("turn_off")
        self.found = replace(self.found, on=False, slots=())

    def add_keyring(self) -> None:
        """Add a slot."""
        self._do("add_keyring")
        self._with(SlotKind.KEYRING)

    def add_passphrase(self, text: str) -> None:
        """Add a slot."""
        self._do("add_passphrase", text)
        self._with(SlotKind.PASSPHRASE)

    def new_recovery_code(self) -> str:
        """Return a code."""
        self._do("new_recovery_code")
        others = tuple(slot for slot in self.found.slots if slot.kind is not SlotKind.RECOVERY)
        self.found = replace(self.found, slots=(*others, KeySlot(SlotKind.RECOVERY, MADE_MS, kept=False)))
        return CODE

    def finish(self) -> Finished | None:
        """Return what became of a change that was cut off."""
        return self.cut_off

    def wants_code(self) -> bool:
        """Return whether a code is still to be kept."""
        return self.found.on and not any(slot.kept and slot.kind is not SlotKind.KEYRING for slot in self.found.slots)

    def code_kept(self, code: str = "") -> None:
        """Note it."""
        if code not in {"", CODE}:
            raise UsageError("That code was never shown.")
        self._do("code_kept")
        self.found = replace(self.found, slots=tuple(replace(slot, kept=True) for slot in self.found.slots))

    def remove(self, kind: SlotKind) -> None:
        """Remove a slot."""
        if len(self.found.slots) == 1:
            raise UsageError("This is the last way to open the profile. Add another one first.")
        self._do("remove", kind)
        self.found = replace(self.found, slots=tuple(slot for slot in self.found.slots if slot.kind is not kind))

    def rekey(self, passphrase: str | None = None) -> Rekeyed:
        """Change the key."""
        self._do("rekey", passphrase)
        return Rekeyed(CODE)

    def _with(self, kind: SlotKind) -> None:
        self.found = replace(self.found, slots=(*self.found.slots, KeySlot(kind, MADE_MS)))

    def _do(self, *what: object) -> None:
        if self.error is not None:
            raise self.error
        self.asked.append(what)
