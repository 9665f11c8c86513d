"""Updates are short, noise is as strong as promised, and averages of noise alone come to nearly nothing."""

from __future__ import annotations

from math import sqrt
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.domain.together import CLIP, FILE_NOISE, GRID, MASKED_NOISE, WIDTH
from engine.sharing.together.clipping import averaged, clipped, noised

STEPS = st.lists(st.floats(-50, 50), min_size=WIDTH, max_size=WIDTH)


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_no_update_is_longer_than_the_clip_and_its_direction_stays(steps: list[float]) -> None:
    numbers = clipped(steps)
    assert sum(one * one for one in numbers) <= CLIP * CLIP
    length = sqrt(sum(one * one for one in steps))
    if length > 1e-3:
        factor = min(1.0, CLIP / GRID / length)
        assert all(abs(one / GRID - factor * step) < 4 / GRID for one, step in zip(numbers, steps, strict=True))


def test_noise_has_the_deviation_it_is_said_to_have() -> None:
    below = Random(5).randrange
    drawn = [one for _ in range(150) for one in noised((0,) * WIDTH, MASKED_NOISE, 20, below=below)]
    deviation = sqrt(sum(one * one for one in drawn) / len(drawn))
    assert abs(deviation / (MASKED_NOISE * CLIP / sqrt(20)) - 1) < 0.12
    mean = sum(drawn) / len(drawn)
    assert abs(mean) < 4 * deviation / sqrt(len(drawn))


def test_of_noise_alone_little_is_left_and_of_news_most() -> None:
    below, left = Random(7).randrange, []
    for _ in range(40):
        total = noised((0,) * WIDTH, FILE_NOISE * sqrt(5), below=below)
        length = sqrt(sum(one * one for one in total)) / 5
        left.append(sqrt(sum(one * one for one in averaged(total, 5, FILE_NOISE * sqrt(5)))) / length)
    assert sum(left) / len(left) < 0.3
    news = (200 * CLIP, 0, 0, 0)
    assert averaged(news, 200, FILE_NOISE)[0] > 0.99 * CLIP
    assert averaged((0,) * WIDTH, 5, 1.0) == (0,) * WIDTH
