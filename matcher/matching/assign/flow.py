"""The best arrangement over candidate pairs, as a flow of least cost from needs to places.

Needs and offers are nodes, pairs are arcs of capacity one; a bypass lets anyone stay without.
Source: Ahuja, Magnanti & Orlin, Network Flows (1993), chapters 9 to 11; the solver is OR-tools'
SimpleMinCostFlow (Goldberg's cost scaling).
"""

from dataclasses import dataclass

import numpy as np

from matcher.matching.assign.question import Aim, Edges, Flags, Ints, Question


class Infeasible(Exception):
    """These candidates cannot fill every minimum load."""


@dataclass(frozen=True, slots=True)
class Arcs:
    """Arcs of one kind, as they are handed to the solver."""

    tail: Ints
    head: Ints
    capacity: Ints
    cost: Ints

    @classmethod
    def of(
        cls, tail: Ints | int, head: Ints | int, capacity: Ints | int, cost: Ints | int
    ) -> "Arcs":
        spread = np.broadcast_arrays(tail, head, capacity, cost)
        return cls(*(np.ascontiguousarray(each, np.int64) for each in spread))


def best_flow(question: Question, aim: Aim, edges: Edges, *, seed: int) -> Flags:
    """Return which of the edges are used, as (edges,) booleans.

    With `aim.covered`, exactly so many needs are covered; without, each is worth `cover` levels.
    Ties are broken by the order of the nodes, which the seed decides. Raise Infeasible when the
    candidates cannot fill the minimum loads.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # noqa: PLC0415  # slow to load

    needs, offers = question.shape
    rng = np.random.default_rng(seed)
    need = rng.permutation(needs)
    offer = rng.permutation(offers) + needs
    order = np.argsort(need[edges.need], kind="stable")
    pairs = Arcs.of(need[edges.need[order]], offer[edges.offer[order]], 1, -edges.value[order])
    solver = SimpleMinCostFlow()
    for arcs in (
        pairs,
        *_from_source(question, aim, need, fixed=aim.covered is not None),
        *_to_sink(question, aim, offer),
    ):
        solver.add_arcs_with_capacity_and_unit_cost(arcs.tail, arcs.head, arcs.capacity, arcs.cost)
    solver.set_nodes_supplies(*_supplies(question, aim.covered or 0))
    _solve(solver)
    used = np.zeros(len(edges), np.bool_)
    used[order] = solver.flows(np.arange(len(edges))) > 0
    return used


def most_covered(question: Question, edges: Edges) -> int:
    """Return how many uncovered needs these edges can cover at once, minimum loads left aside.

    The greatest flow from needs, one each, to places. Source: Goldberg & Tarjan, A new approach to
    the maximum-flow problem (1988), as OR-tools' SimpleMaxFlow has it.
    """
    from ortools.graph.python.max_flow import SimpleMaxFlow  # noqa: PLC0415  # slow to load

    needs, offers = question.shape
    source, sink = needs + offers, needs + offers + 1
    solver = SimpleMaxFlow()
    first = (question.uncovered & (question.demand > 0)).astype(np.int64)
    for tail, head, capacity in (
        (source, np.arange(needs), first),
        (edges.need, edges.offer + needs, 1),
        (np.arange(offers) + needs, sink, question.places),
    ):
        arcs = Arcs.of(tail, head, capacity, 0)
        solver.add_arcs_with_capacity(arcs.tail, arcs.head, arcs.capacity)
    solver.solve(source, sink)
    return int(solver.optimal_flow())


def _from_source(question: Question, aim: Aim, need: Ints, *, fixed: bool) -> list[Arcs]:
    needs, offers = question.shape
    source, covering = needs + offers, needs + offers + 3
    first = (question.uncovered & (question.demand > 0)).astype(np.int64)
    if aim.cover == 0 and not fixed:
        return [Arcs.of(source, need, question.demand, 0)]
    covers = Arcs.of(
        covering if fixed else source, need, first, 0 if fixed else -aim.cover * aim.step
    )
    return [covers, Arcs.of(source, need, question.demand - first, 0)]


def _to_sink(question: Question, aim: Aim, offer: Ints) -> list[Arcs]:
    needs, offers = question.shape
    source, sink, filling = needs + offers, needs + offers + 1, needs + offers + 2
    first = (question.unused & (question.places > 0) & (question.minimum == 0)).astype(np.int64)
    first *= aim.use > 0
    return [
        Arcs.of(offer, filling, question.minimum, 0),
        Arcs.of(offer, sink, first, -aim.use * aim.step),
        Arcs.of(offer, sink, question.places - question.minimum - first, 0),
        Arcs.of(np.array([source]), sink, question.most, 0),
    ]


def _supplies(question: Question, covered: int) -> tuple[Ints, Ints]:
    nodes = sum(question.shape) + np.arange(4)
    filled = int(question.minimum.sum())
    amounts = [question.most, filled - question.most - covered, -filled, covered]
    return nodes, np.array(amounts)


def _solve(solver: "SimpleMinCostFlow") -> None:  # type: ignore[name-defined]  # noqa: F821
    status = solver.solve()
    if status == solver.INFEASIBLE:
        raise Infeasible
    if status != solver.OPTIMAL:
        raise ArithmeticError(f"the flow solver stopped: {status.name}")
