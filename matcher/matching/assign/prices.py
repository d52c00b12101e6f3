"""Prices of places and needs, proven right by the flow they come from.

The price of a place is what one more such place would be worth: the longest chain of exchanges
that could use it. Found by Bellman-Ford over the residual arcs of an optimal flow, a whole round at
a time. Source: Ahuja, Magnanti & Orlin, Network Flows (1993), sections 5.4 and 9.3.
"""

from dataclasses import dataclass

import numpy as np

from matcher.matching.assign.question import Aim, Edges, Flags, Ints, Question


@dataclass(frozen=True, slots=True)
class Prices:
    """Potentials of the nodes, in integers: an unused pair pays when value - offer > -need."""

    need: Ints  # (needs,)
    offer: Ints  # (offers,)
    rounds: int


def loads(question: Question, edges: Edges, used: Flags) -> tuple[Ints, Ints]:
    """Return how many pairings each need and each offer has."""
    needs, offers = question.shape
    return (
        np.bincount(edges.need[used], minlength=needs),
        np.bincount(edges.offer[used], minlength=offers),
    )


def price(question: Question, aim: Aim, edges: Edges, used: Flags) -> Prices:
    """Return the least prices under which no exchange among the edges pays.

    Raise ArithmeticError when there are none: then the flow was not optimal.
    """
    need, offer = _starts(question, aim, *loads(question, edges, used))
    free = np.flatnonzero(~used)
    free = free[np.argsort(edges.offer[free], kind="stable")]
    tails, values = edges.need[free], edges.value[free]
    heads, firsts = np.unique(edges.offer[free], return_index=True)
    kept_need, kept_offer, kept_value = edges.need[used], edges.offer[used], edges.value[used]
    for rounds in range(1, sum(question.shape) + 3):
        np.maximum.at(need, kept_need, offer[kept_offer] - kept_value)
        if not len(heads):
            return Prices(need, offer, rounds)
        best = np.maximum.reduceat(need[tails] + values, firsts)
        if not (best > offer[heads]).any():
            return Prices(need, offer, rounds)
        offer[heads] = np.maximum(offer[heads], best)
    raise ArithmeticError("an exchange that pays was left in the flow")


def _starts(question: Question, aim: Aim, taken: Ints, given: Ints) -> tuple[Ints, Ints]:
    """What each node is worth to the source directly, without any exchange."""
    first = np.where(question.uncovered, aim.cover * aim.step, 0)
    need = np.where(taken == 0, first, 0)
    need[taken >= question.demand] = aim.unreached
    lone = question.unused & (question.minimum == 0) & (given <= 1)
    offer = np.where(lone, -aim.use * aim.step, 0)
    offer[(given == question.minimum) & (question.minimum > 0)] = aim.unreached
    # Nobody can be placed where there are no places: dear enough to be left alone.
    offer[question.places == 0] = -aim.unreached
    return need.astype(np.int64), offer.astype(np.int64)
