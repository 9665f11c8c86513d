"""So many shares give the secret back, whichever; fewer fit every secret."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.sharing.team.shamir import PRIME, SHARE_BYTES, secret_of, shares_of, weights_of

WITNESSES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)


def test_the_modulus_is_prime_and_above_every_secret() -> None:
    """By Miller and Rabin's test; a composite passes it with a chance below 4^-13."""
    assert PRIME > 2**256
    odd, twos = PRIME - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for witness in WITNESSES:
        powers = [pow(witness, odd << step, PRIME) for step in range(twos)]
        assert powers[0] == 1 or PRIME - 1 in powers


@settings(max_examples=20, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.integers(2, 6))
def test_any_so_many_give_it_back(secret: bytes, enough: int) -> None:
    numbers = (1, 2, 3, 5, 8, 100)
    shares = dict(zip(numbers, shares_of(secret, numbers, enough), strict=True))
    assert {len(share) for share in shares.values()} == {SHARE_BYTES}
    for few in combinations(numbers, enough):
        assert secret_of({one: shares[one] for one in few}, weights_of(few)) == secret


@settings(max_examples=20, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_one_share_too_few_fits_every_secret(secret: bytes, other: bytes) -> None:
    """For any other secret one more share can be found that gives it, so the shares at hand tell nothing."""
    known = (1, 2, 3)
    shares = dict(zip(known, shares_of(secret, known, 4), strict=True))
    weights = weights_of((*known, 4))
    told = sum(int.from_bytes(shares[one], "big") * weights[one] for one in known)
    missing = (int.from_bytes(other, "big") - told) * pow(weights[4], -1, PRIME) % PRIME
    assert secret_of({**shares, 4: missing.to_bytes(SHARE_BYTES, "big")}, weights) == other
