"""The epsilon of rounds of Gaussian noise as other people's accountants tell it, where they are installed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec


def reference_epsilon(noises: Sequence[float], delta: float) -> float | None:
    """Return what dp-accounting's Rényi accountant says; None where it is not installed."""
    if find_spec("dp_accounting") is None:
        return None
    import dp_accounting  # type: ignore[import-not-found,unused-ignore]
    from dp_accounting import rdp  # type: ignore[import-not-found,unused-ignore]

    orders = [1 + one / 20 for one in range(1, 200)] + list(range(12, 512))
    accountant = rdp.RdpAccountant(orders, dp_accounting.NeighboringRelation.ADD_OR_REMOVE_ONE)
    for noise in noises:
        accountant.compose(dp_accounting.GaussianDpEvent(noise))
    return float(accountant.get_epsilon(delta))
