"""The digamma function, compared with SciPy's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import psi

from engine.insights.topics.digamma import digamma


def test_it_is_that_of_scipy() -> None:
    values = np.concatenate([np.geomspace(1e-4, 1e7, 4_000), np.linspace(0.02, 20, 4_000), [1.4616321449683622]])
    assert digamma(values) == pytest.approx(psi(values), rel=1e-12, abs=1e-12)


def test_it_keeps_the_shape() -> None:
    assert digamma(np.ones((2, 3))) == pytest.approx(np.full((2, 3), -np.euler_gamma), abs=1e-12)
