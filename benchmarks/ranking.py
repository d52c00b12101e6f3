"""How good an order of offers is, and how much one offer is seen."""

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]

FIRST = 5
SEEN = 10


def ndcg(scores: Rows, judged: Rows, allowed: NDArray[np.bool_]) -> float:
    """Return the mean of `ndcgs`."""
    return float(np.mean(ndcgs(scores, judged, allowed)))


def ndcgs(scores: Rows, judged: Rows, allowed: NDArray[np.bool_]) -> list[float]:
    """Return nDCG@5 of each need for which something allowed is relevant.

    All three are (needs, offers). Offers with equal scores share their places (McSherry and Najork,
    ECIR 2008), so that an order by chance is worth what it is on average.
    """
    found = []
    for row, truth, may in zip(scores, judged, allowed, strict=True):
        best = _gain(-np.sort(-truth[may]))
        if best > 0:
            found.append(_gain(_in_order(row[may], truth[may])) / best)
    return found


def own_language_first(scores: Rows, same: NDArray[np.bool_]) -> float:
    """Return the part of the first five offers that are in the need's own language."""
    first = [_in_order(row, own * 1.0)[:FIRST] for row, own in zip(scores, same, strict=True)]
    return float(np.mean(first))


def exposure(scores: Rows, offer: int) -> float:
    """Return Σ over needs of 1 / log₂(1 + rank) of one offer, ranks up to 10; equals share."""
    own = scores[:, [offer]]
    better, equal = (scores > own).sum(axis=1), (scores == own).sum(axis=1)
    worth = np.zeros(scores.shape[1] + 1)
    worth[1 : SEEN + 1] = 1 / np.log2(1 + np.arange(1, SEEN + 1))[: len(worth) - 1]
    summed = np.concatenate([[0.0], np.cumsum(worth[1:])])
    return float(((summed[better + equal] - summed[better]) / equal).sum())


def _in_order(scores: Rows, truth: Rows) -> Rows:
    order = np.argsort(-scores, kind="stable")
    _, group = np.unique(-scores[order], return_inverse=True)
    mean = np.bincount(group, truth[order]) / np.bincount(group)
    ordered: Rows = mean[group]
    return ordered


def _gain(ordered: Rows) -> float:
    first = ordered[:FIRST]
    return float((first / np.log2(np.arange(2, len(first) + 2))).sum())
