"""Sharing in memory, as the window asks for it: offers, drawn once, saved as real files, and a ledger of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from engine.domain.errors import KairosError
from engine.domain.sharing import MILLION, ShareBudget, SharedLine, SharedWeek, ShareKind, ShareOffer, SharePreview

HOLDS = ("One line a group of activities.",)
LEAVES_OUT = ("No titles, paths or names.", "No days and no times.")
HIDES_NOT = ("The overall pattern of the week stays visible.",)
MADE_MS = 1_795_000_000_000
PARTS = ("night", "morning", "afternoon", "evening")
ROUNDED = tuple(
    SharedLine(group, minutes or None, part=part)
    for group, held in (("focus", (0, 600, 540, 60)), ("meetings", (0, 300, 180, 0)))
    for part, minutes in zip(PARTS, held, strict=True)
)
NOISY = (
    SharedLine("focus", 1_185, 1_020, 1_350),
    SharedLine("meetings", 495, 330, 660),
    SharedLine("learning", 0, 0, 120),
)


@dataclass
class FakeSharing:
    """Weeks from Monday; each private one costs epsilon 1 of the month its Monday is in, once."""

    error: KairosError | None = None
    spent: dict[str, int] = field(default_factory=dict)
    made: dict[tuple[date, ShareKind], SharePreview] = field(default_factory=dict)
    saved: list[tuple[SharePreview, Path]] = field(default_factory=list)

    def offer(self, day: date, kind: ShareKind, *, anew: bool = False) -> ShareOffer:
        """Return what it would cost."""
        first, last = self._week(day)
        fresh = kind is ShareKind.PRIVATE and (anew or (first, kind) not in self.made)
        cost = MILLION if fresh else 0
        return ShareOffer(kind, first, last, cost, (self.budget(first),), HOLDS, LEAVES_OUT, HIDES_NOT)

    def preview(self, day: date, kind: ShareKind, *, anew: bool = False) -> SharePreview:
        """Draw it, once."""
        self._refuse()
        offer = self.offer(day, kind, anew=anew)
        key = offer.first_day, kind
        if anew or key not in self.made:
            month = f"{offer.first_day:%Y-%m}"
            self.spent[month] = self.spent.get(month, 0) + offer.epsilon_millionths
            lines = NOISY if kind is ShareKind.PRIVATE else ROUNDED
            text = "\n".join(f"{line.group} {line.minutes}" for line in lines)
            self.made[key] = SharePreview(
                kind=kind,
                first_day=offer.first_day,
                last_day=offer.last_day,
                lines=lines,
                epsilon_millionths=MILLION if kind is ShareKind.PRIVATE else 0,
                budget=self.budget(offer.first_day),
                text=f'{{"kairos": "week", "kind": "{kind}"}}\n{text}\n',
                holds=HOLDS,
                leaves_out=LEAVES_OUT,
                does_not_hide=HIDES_NOT,
                saved_before=False,
                digest="0" * 64,
                id=f"{offer.first_day}-{kind}",
            )
        return self.made[key]

    def save(self, preview: SharePreview, file: Path) -> Path:
        """Write it."""
        self._refuse()
        file.write_text(preview.text, encoding="utf-8")
        self.saved.append((preview, file))
        self.made[preview.first_day, preview.kind] = replace(preview, saved_before=True)
        return file

    def budget(self, day: date) -> ShareBudget:
        """Return the month's."""
        month = f"{self._week(day)[0]:%Y-%m}"
        return ShareBudget(month, self.spent.get(month, 0), 4 * MILLION)

    def budgets(self) -> tuple[ShareBudget, ...]:
        """Return the months that anything was spent on."""
        return tuple(
            ShareBudget(month, spent, 4 * MILLION) for month, spent in sorted(self.spent.items(), reverse=True)
        )

    def shared(self) -> tuple[SharedWeek, ...]:
        """Return the ledger."""
        files = {(one.first_day, one.kind) for one, _file in self.saved}
        return tuple(
            SharedWeek(
                one.id,
                one.kind,
                one.first_day,
                one.last_day,
                one.epsilon_millionths,
                MADE_MS,
                MADE_MS if key in files else None,
            )
            for key, one in self.made.items()
        )

    def _refuse(self) -> None:
        if self.error is not None:
            raise self.error

    @staticmethod
    def _week(day: date) -> tuple[date, date]:
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
