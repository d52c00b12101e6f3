"""The exchanges that an arrangement still allows, and the cheapest chain of them between two.

Nodes: needs, offers and one hub, where who has nothing and what is free are at hand. With prices
no exchange is cheaper than nothing, so Dijkstra's search finds the cheapest chain.
"""

from collections.abc import Iterator
from heapq import heappop, heappush

import numpy as np

from matcher.matching.assign.answer import Proof
from matcher.matching.assign.prices import loads
from matcher.matching.assign.question import Ints
from matcher.matching.blocks import BLOCK

Step = tuple[int, int]  # a node, and what going there costs
FAR = 1 << 61


class Residual:
    """Needs are nodes 0 to needs - 1, offers follow, the hub is last."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof
        self._needs, self._offers = proof.question.shape
        self._hub = self._needs + self._offers
        used = np.ones(len(proof.edges), np.bool_)
        self._taken, self._given = loads(proof.question, proof.edges, used)

    def distance(self, offer: int, need: int) -> int | None:
        """Return the cheapest way from an offer to a need, in reduced costs; None: there is none.

        It makes room at the offer for one more, and gives the need's present offer back.
        """
        nearest = np.full(self._hub + 1, FAR)
        done = np.zeros(self._hub + 1, np.bool_)
        nearest[self._needs + offer] = 0
        queue = [(0, self._needs + offer)]
        while queue:
            far, node = heappop(queue)
            if node == need:
                return far
            if done[node]:
                continue
            done[node] = True
            for other, cost in self._steps(node, far, nearest):
                nearest[other] = far + cost
                heappush(queue, (far + cost, other))
        return None

    def _steps(self, node: int, far: int, nearest: Ints) -> Iterator[Step]:
        """Yield the steps from a node that come nearer than anything before."""
        if node == self._hub:
            nodes, costs = self._from_hub()
        elif node < self._needs:
            nodes, costs = self._from_need(node)
        else:
            nodes, costs = self._from_offer(node - self._needs)
        nearer = far + costs < nearest[nodes]
        yield from zip(nodes[nearer].tolist(), costs[nearer].tolist(), strict=True)

    def _from_need(self, need: int) -> tuple[Ints, Ints]:
        """Give the need another offer, or take one away from it."""
        proof, prices = self._proof, self._proof.prices
        start = need // BLOCK * BLOCK
        row = proof.values.block(start)[need - start].astype(np.int64)
        edges = proof.edges
        row[edges.offer[edges.need == need]] = proof.values.scale.never
        open_ = (row != proof.values.scale.never) & (proof.question.places > 0)
        offers = np.flatnonzero(open_)
        nodes, costs = self._needs + offers, prices.offer[offers] - prices.need[need] - row[offers]
        if self._taken[need]:
            lost = self._first_need(need) if self._taken[need] == 1 else 0
            nodes = np.append(nodes, self._hub)
            costs = np.append(costs, lost - prices.need[need])
        return nodes, costs

    def _from_offer(self, offer: int) -> tuple[Ints, Ints]:
        """Take the offer from a need that has it, or use a free place."""
        proof, prices = self._proof, self._proof.prices
        edges = proof.edges
        mine = edges.offer == offer
        needs = edges.need[mine]
        costs = prices.need[needs] - prices.offer[offer] + edges.value[mine]
        if self._given[offer] < proof.question.places[offer]:
            gained = self._first_offer(offer) if self._given[offer] == 0 else 0
            needs = np.append(needs, self._hub)
            costs = np.append(costs, -prices.offer[offer] - gained)
        return needs, costs

    def _from_hub(self) -> tuple[Ints, Ints]:
        """Give a need one more, or take one away from an offer above its minimum load."""
        proof, question = self._proof, self._proof.question
        needs = np.flatnonzero(self._taken < question.demand)
        gained = np.array(
            [self._first_need(n) if not self._taken[n] else 0 for n in needs.tolist()]
        )
        offers = np.flatnonzero(self._given > question.minimum)
        lost = np.array(
            [self._first_offer(n) if self._given[n] == 1 else 0 for n in offers.tolist()]
        )
        costs = [proof.prices.need[needs] - gained, proof.prices.offer[offers] + lost]
        nodes = np.concatenate([needs, self._needs + offers])
        return nodes, np.concatenate(costs).astype(np.int64)

    def _first_need(self, need: int) -> int:
        """What a first pairing of this need is worth."""
        aim = self._proof.aim
        return aim.cover * aim.step if self._proof.question.uncovered[need] else 0

    def _first_offer(self, offer: int) -> int:
        """What putting this offer to use is worth."""
        question, aim = self._proof.question, self._proof.aim
        first = question.unused[offer] and question.minimum[offer] == 0
        return aim.use * aim.step if first else 0
