"""Coins that fall with exactly the chance they are given, whole numbers alone (Canonne, Kamath, Steinke 2020)."""

from __future__ import annotations

from collections.abc import Callable

Below = Callable[[int], int]
"""A source of randomness as secrets.randbelow is: a whole number from 0 to one less than it was given, all alike."""


def coin(numerator: int, denominator: int, below: Below) -> bool:
    """Return True with a chance of numerator / denominator, which lies from 0 to 1."""
    return below(denominator) < numerator


def exp_coin(numerator: int, denominator: int, below: Below) -> bool:
    """Return True with a chance of exp(-numerator / denominator), for a rational of 0 or more (their Algorithm 1)."""
    whole, rest = divmod(numerator, denominator)
    return all(_small_exp_coin(1, 1, below) for _ in range(whole)) and _small_exp_coin(rest, denominator, below)


def _small_exp_coin(numerator: int, denominator: int, below: Below) -> bool:
    """Return it for rationals of up to 1: how many coins of ever smaller chance fall in a row is even or odd."""
    count = 1
    while coin(numerator, denominator * count, below):
        count += 1
    return count % 2 == 1
