"""The one door to HiGHS: the best relaxed week and the best whole week among places, under rows of limits.

A relaxed week has of every place a share between none and all of it; a whole week has a place or has it not. All is
done in the thread that asks. What is no number, or no limit for the places, is a ValueError.
Source: Huangfu and Hall, 2018, "Parallelizing the dual revised simplex method".
"""

from __future__ import annotations

from typing import NamedTuple

import highspy
import numpy as np

from engine.planning.week.quiet import quiet
from engine.planning.week.rows import Rows
from engine.planning.week.slots import Numbers, Values

_CHOSEN = 0.5  # or not, up to rounding
_DUAL_SIMPLEX = 1
_BY_ROWS, _LEAST = int(highspy.MatrixFormat.kRowwise), int(highspy.ObjSense.kMinimize)
_SOLVED = {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty}
_SETTINGS: dict[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,  # more would be a pool that lives as long as the thread that asks
    "random_seed": 0,
    "presolve": "on",
    "simplex_strategy": _DUAL_SIMPLEX,
    "primal_feasibility_tolerance": 1e-7,
    "dual_feasibility_tolerance": 1e-7,
}


class Relaxed(NamedTuple):
    """A relaxed week: the share it has of each place, and the price of each row.

    prices: by how much more a week could be worth for each one that the row allows more; never less than 0.
    """

    share: Values
    prices: Values


def relaxed_week(worth: Values, rows: Rows) -> Relaxed | None:
    """Return the relaxed week that is worth most, None where the limits cannot be kept."""
    solver = _solver(worth, rows, whole=False)
    _set(solver, {"solver": "simplex"})
    solver.run()
    if solver.getModelStatus() not in _SOLVED:
        return None
    found = solver.getSolution()
    # What is made least is the worth turned round: there a row that allows more has a price of less than nothing.
    return Relaxed(np.array(found.col_value), np.maximum(-np.array(found.row_dual), 0.0))


def whole_week(worth: Values, rows: Rows, seconds: float) -> tuple[Numbers | None, bool]:
    """Return the best choice of places found in so many seconds, None for none, and whether it is proven best."""
    solver = _solver(worth, rows, whole=True)
    _set(solver, {"time_limit": max(0.0, seconds), "mip_rel_gap": 0.0})
    with quiet():  # a heuristic that has no time left to begin says so, whatever it was told of output
        solver.run()
    proven = solver.getModelStatus() in _SOLVED
    if not proven and solver.getInfo().primal_solution_status != highspy.kSolutionStatusFeasible:
        return None, False
    return np.flatnonzero(np.array(solver.getSolution().col_value) > _CHOSEN), proven


def _solver(worth: Values, rows: Rows, *, whole: bool) -> highspy.Highs:
    """Return a solver that knows the problem."""
    _check(worth, rows)
    table, many, limits = rows.matrix, len(worth), len(rows.most)
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    _set(solver, _SETTINGS)
    told = solver.passModel(
        many,
        limits,
        len(table.data),
        _BY_ROWS,
        _LEAST,
        0.0,
        -worth,
        np.zeros(many),
        np.ones(many),
        np.full(limits, -np.inf),
        rows.most,
        table.indptr.astype(np.int32),
        table.indices.astype(np.int32),
        table.data,
        np.full(many, int(whole), dtype=np.int32),
    )
    if told == highspy.HighsStatus.kError:
        raise ValueError("a limit or what counts towards it is too large for the solver")
    return solver


def _check(worth: Values, rows: Rows) -> None:
    """Refuse what the solver would read past the end of, or make a week of that means nothing."""
    if rows.matrix.shape != (len(rows.most), len(worth)):
        raise ValueError(f"limits {rows.matrix.shape} for {len(worth)} places, {len(rows.most)} of them with a most")
    if not (np.isfinite(worth).all() and np.isfinite(rows.matrix.data).all() and not np.isnan(rows.most).any()):
        raise ValueError("the worth of a place or a limit is not a number")


def _set(solver: highspy.Highs, settings: dict[str, bool | int | float | str]) -> None:
    for name, value in settings.items():
        if solver.setOptionValue(name, value) != highspy.HighsStatus.kOk:
            raise ValueError(f"the solver does not take {name} = {value}")
