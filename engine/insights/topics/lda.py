"""Topics that texts are drawn from (latent Dirichlet allocation), by variational Bayes over all texts in each round.

Source: Blei, Ng and Jordan, 2003, "Latent Dirichlet Allocation"; Hoffman, Blei and Bach, 2010, "Online Learning for
Latent Dirichlet Allocation", its batch form. Texts of about the same length take their steps together.
"""

from __future__ import annotations

import numpy as np

from engine.insights.columns import Floats
from engine.insights.topics.digamma import digamma
from engine.insights.topics.padded import Padded, padded
from engine.sparse import Sparse

_STEPS, _STILL = 100, 1e-3  # of one text: at most so many, until its parts move less than this on average
_SHAPE, _SCALE = 100.0, 0.01  # of what is drawn to begin with: about 1
_AT_ONCE = 50_000  # values whose chances are computed together: 8 MB with 20 topics
_TINY = float(np.finfo(np.float64).eps)


def allocated(counts: Sparse, count: int, rounds: int, seed: int) -> tuple[Floats, Floats]:
    """Return the shares of topics in texts (topics, texts) and how often each topic says a word (topics, words).

    The draws are of NumPy's frozen generator, so that another version of NumPy finds the same topics.
    """
    (texts, words), dice = counts.shape, np.random.RandomState(seed)
    table, prior = padded(counts), 1 / count
    weights = dice.gamma(_SHAPE, _SCALE, (count, words))
    for _ in range(rounds):
        said = likely(weights)
        parts = settled(table, dice.gamma(_SHAPE, _SCALE, (texts, count)), said, prior)
        weights = prior + said * _told(counts, likely(parts), said)
    parts = settled(table, np.ones((texts, count)), likely(weights), prior)
    return (parts / parts.sum(axis=1, keepdims=True)).T, weights


def likely(weights: Floats) -> Floats:
    """Return the exponential of the expected logarithm of what rows of weights say each, a Dirichlet distribution."""
    steep = digamma(np.concatenate([weights, weights.sum(axis=1, keepdims=True)], axis=1))
    found: Floats = np.exp(steep[:, :-1] - steep[:, -1:])
    return found


def settled(table: list[Padded], begun: Floats, said: Floats, prior: float) -> Floats:
    """Return the weights of topics in texts (texts, topics), from where they begin, as far as the texts say.

    said: (topics, words), from likely. Of a text without words they are the prior.
    """
    found = np.full_like(begun, prior)
    by_word = np.ascontiguousarray(said.T)
    for part in table:
        found[part.rows] = _settled(part, begun[part.rows], by_word[part.columns], prior)
    return found


def _settled(part: Padded, begun: Floats, said: Floats, prior: float) -> Floats:
    """Return the same for texts of one length. begun: (n, topics). said: (n, longest, topics)."""
    found, values, going = begun.copy(), part.values, np.arange(len(begun))
    now = begun
    for _ in range(_STEPS):
        before, weight = now, likely(now)
        chance = (said @ weight[:, :, None])[:, :, 0] + _TINY
        now = prior + weight * ((values / chance)[:, None, :] @ said)[:, 0]
        moves = np.abs(now - before).mean(axis=1) >= _STILL
        found[going] = now
        if not moves.all():
            going, now, values, said = going[moves], now[moves], values[moves], said[moves]
        if not len(going):
            break
    return found


def _told(counts: Sparse, shares: Floats, said: Floats) -> Floats:
    """Return what all texts tell of topics and words (topics, words), but for the factor of said.

    shares: (texts, topics). said: (topics, words).
    """
    pieces, by_word = 1 + len(counts.data) // _AT_ONCE, np.ascontiguousarray(said.T)
    places = zip(np.array_split(counts.row, pieces), np.array_split(counts.indices, pieces), strict=True)
    chance = [np.einsum("nk,nk->n", shares[rows], by_word[columns]) for rows, columns in places]
    likelier = counts.with_data(counts.data / (np.concatenate(chance) + _TINY))
    return np.ascontiguousarray((likelier.T @ shares).T)
