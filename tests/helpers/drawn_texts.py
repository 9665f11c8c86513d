"""Made-up texts that a few topics were drawn for, some of them empty."""

from __future__ import annotations

import numpy as np


def drawn_texts(seed: int, texts: int = 150, words: int = 120, topics: int = 5) -> list[list[str]]:
    """Return the words of each text; frequent ones are in many."""
    dice = np.random.default_rng(seed)
    said = dice.dirichlet(np.full(words, 0.1), topics)
    found = []
    for _ in range(texts):
        chance = dice.dirichlet(np.full(topics, 0.3)) @ said
        found.append([f"w{word:03}" for word in dice.choice(words, dice.poisson(12), p=chance).tolist()])
    found[seed % texts] = []
    return found
