"""What `kairos share` says: offers, files, budgets, the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from engine.domain.clock import utc
from engine.domain.sharing import MILLION, SharedLine, ShareKind

if TYPE_CHECKING:
    from engine.domain.sharing import ReadShare, ShareBudget, SharedWeek, ShareOffer, SharePreview

NAMES: Mapping[ShareKind, str] = {ShareKind.ANONYMISED: "rounded", ShareKind.PRIVATE: "with noise"}


def epsilon(millionths: int) -> str:
    """Return an epsilon as a decimal without needless digits."""
    whole, rest = divmod(millionths, MILLION)
    return f"{whole}.{rest:06}".rstrip("0").rstrip(".")


def offer_lines(offer: ShareOffer) -> Iterator[str]:
    """Yield what sharing a week would come to, before it is made."""
    yield f"{offer.first_day} to {offer.last_day}, {NAMES[offer.kind]}."
    if offer.epsilon_millionths:
        yield f"Drawing the noise costs {epsilon(offer.epsilon_millionths)}, once; the file can then be written often."
    yield from sentence_lines(offer)
    if offer.kind is ShareKind.PRIVATE:
        yield from map(budget_line, offer.budgets)


def sentence_lines(said: ShareOffer | SharePreview) -> Iterator[str]:
    """Yield what a file holds, leaves out and does not hide."""
    told = (("In the file:", said.holds), ("Not in the file:", said.leaves_out), ("Know this:", said.does_not_hide))
    for heading, sentences in told:
        yield heading
        yield from (f"  - {sentence}" for sentence in sentences)


def preview_lines(preview: SharePreview) -> Iterator[str]:
    """Yield the very text of the file, what is not in it, and what it costs."""
    yield "This is the whole file:"
    yield ""
    yield from (f"    {line}".rstrip() for line in preview.text.splitlines())
    yield ""
    yield "Not in the file:"
    yield from (f"  - {sentence}" for sentence in preview.leaves_out)
    if preview.changed:
        yield "Your figures have changed since it was made. --anew makes another one, at its cost."
    if preview.saved_before:
        yield "It was written before: it is the very same file."
    if preview.kind is ShareKind.PRIVATE:
        yield budget_line(preview.budget)


def budget_line(budget: ShareBudget) -> str:
    """Return what a month has, in a line."""
    if budget.closed:
        return f"{budget.month}: closed, since records of what was spent are missing."
    spent, allowed, left = (epsilon(one) for one in (budget.spent, budget.allowed, budget.left))
    return f"{budget.month}: {spent} of {allowed} spent, {left} left."


def week_line(week: SharedWeek) -> str:
    """Return one line of the ledger."""
    cost = f", cost {epsilon(week.epsilon_millionths)}" if week.epsilon_millionths else ""
    made = f"{utc(week.made_ms):%Y-%m-%d}"
    written = "never written" if week.saved_ms is None else f"written {utc(week.saved_ms):%Y-%m-%d}"
    return f"{week.first_day} to {week.last_day}  {NAMES[week.kind]}{cost}, made {made}, {written}"


def read_lines(share: ReadShare) -> Iterator[str]:
    """Yield what somebody's file says."""
    certain = f", epsilon {epsilon(share.epsilon_millionths)}" if share.epsilon_millionths else ""
    yield f"{share.first_day} to {share.last_day}, {NAMES[share.kind]}{certain}. The checksum is right."
    for line in share.lines:
        yield _figure(line)
    yield from (f"- {sentence}" for sentence in share.does_not_hide)


def _figure(line: SharedLine) -> str:
    minutes = "withheld" if line.minutes is None else f"{line.minutes} min"
    between = "" if line.low is None or line.high is None else f"   {line.low} to {line.high}"
    return f"{line.group:<14}{line.part:<10}{minutes:>10}{between}"


def budget_json(budget: ShareBudget) -> dict[str, object]:
    """Return a month's budget; amounts as decimals."""
    spent, allowed, left = (epsilon(one) for one in (budget.spent, budget.allowed, budget.left))
    return {"month": budget.month, "spent": spent, "allowed": allowed, "left": left, "closed": budget.closed}


def week_json(week: SharedWeek) -> dict[str, object]:
    """Return one line of the ledger; moments are UTC milliseconds."""
    return {
        "first_day": str(week.first_day),
        "last_day": str(week.last_day),
        "kind": week.kind.value,
        "epsilon": epsilon(week.epsilon_millionths),
        "made_ms": week.made_ms,
        "saved_ms": week.saved_ms,
    }


def lines_json(lines: Sequence[SharedLine]) -> list[dict[str, object]]:
    """Return figures; what is withheld is null."""
    return [_line_json(one) for one in lines]


def _line_json(line: SharedLine) -> dict[str, object]:
    found: dict[str, object] = {"group": line.group, "minutes": line.minutes}
    if line.part:
        found["part"] = line.part
    if line.low is not None:
        found |= {"low": line.low, "high": line.high}
    return found


def preview_json(preview: SharePreview) -> dict[str, object]:
    """Return a week's file as it would be written."""
    return {
        "first_day": str(preview.first_day),
        "last_day": str(preview.last_day),
        "kind": preview.kind.value,
        "epsilon": epsilon(preview.epsilon_millionths),
        "figures": lines_json(preview.lines),
        "not_in_the_file": list(preview.leaves_out),
        "does_not_hide": list(preview.does_not_hide),
        "changed": preview.changed,
        "saved_before": preview.saved_before,
        "budget": budget_json(preview.budget),
        "sha256": preview.digest,
        "text": preview.text,
    }
