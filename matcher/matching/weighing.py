"""What one pair would be, which rules object, and what the whole would become with it.

`python -m matcher.matching.weighing QUESTION ANSWER` answers as a child process, see child.py. The
question: {"snapshot", "need", "offer", "released": locked pairs that make way}. The whole is
arranged twice, without and with the pair: that is exact, and it tells who else would change.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.matching.affinity import Affinity
from matcher.matching.answers import added_up, why
from matcher.matching.child import Tell, serve
from matcher.matching.comparison import Comparison, compare, offers_by_need
from matcher.matching.folding import fold
from matcher.matching.plain import to_json
from matcher.matching.result import Result, Suggestion
from matcher.matching.snapshot import Snapshot
from matcher.matching.solving import Ids, arrange, prepare

Pair = tuple[str, str]
NOT_THERE = N_("One of the two cannot be in a run now: no place free, or something is missing.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A pair, whatever the rules say of it; and the whole without and with it."""

    suggestion: Suggestion
    # Codes of what stands against it: see rules.SENTENCES.
    objections: tuple[str, ...]
    effect: Comparison
    # Whom each need that changes has, without and with the pair.
    moves: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


def weigh(snapshot: Snapshot, pair: Pair, released: Iterable[Pair], tell: Tell) -> Weighed:
    """Weigh one pair of ids against the best arrangement without it."""
    known = {fold(each.id) for each in (*snapshot.needs, *snapshot.offers)}
    if not {fold(pair[0]), fold(pair[1])} <= known:
        raise RuleBroken(NOT_THERE)
    spot = Ids(snapshot).pair(*pair)
    tell("reading", 0.0)
    affinity = prepare(snapshot)
    tell("solving", 0.3)
    before = arranged(_without(snapshot, pair), affinity)
    tell("solving", 0.6)
    after = arranged(_with(snapshot, pair, set(released)), affinity.excusing(spot))
    tell("explaining", 0.9)
    (shares,) = affinity.contributions([spot])
    suggestion = Suggestion(
        need=pair[0],
        offer=pair[1],
        affinity=added_up(shares),
        why=why(snapshot, affinity, spot, shares),
    )
    return Weighed(
        suggestion=suggestion,
        objections=tuple(dict.fromkeys(_objections(snapshot, affinity, suggestion, spot))),
        effect=compare(before, after),
        moves=_moves(before, after),
    )


def arranged(snapshot: Snapshot, affinity: Affinity) -> Result:
    """Arrange people, and return who got whom, without the reasons."""
    assignment = arrange(snapshot, affinity)
    pairs = zip(assignment.pairs.tolist(), assignment.affinities.tolist(), strict=True)
    return Result(
        suggestions=tuple(
            Suggestion(
                need=snapshot.needs[need].id, offer=snapshot.offers[offer].id, affinity=value
            )
            for (need, offer), value in pairs
        ),
        total=float(assignment.total),
        bound=float(assignment.bound),
    )


def _without(snapshot: Snapshot, pair: Pair) -> Snapshot:
    """Let go of the pair where it stands already: the best without holding on to it."""
    kept = tuple(each for each in snapshot.locked if each != pair)
    return replace(snapshot, locked=kept)


def _with(snapshot: Snapshot, pair: Pair, released: set[Pair]) -> Snapshot:
    return replace(
        snapshot,
        locked=(*(each for each in snapshot.locked if each not in released | {pair}), pair),
        overruled=(*snapshot.overruled, pair),
        forbidden=tuple(each for each in snapshot.forbidden if (each.need, each.offer) != pair),
    )


def _objections(
    snapshot: Snapshot, affinity: Affinity, suggestion: Suggestion, spot: tuple[int, int]
) -> Iterator[str]:
    need, offer = spot
    for barrier in affinity.barriers:
        if barrier.rows(need, need + 1)[0, offer]:
            yield barrier.code
    for each in snapshot.forbidden:
        if (each.need, each.offer) == (suggestion.need, suggestion.offer):
            yield each.code
    if suggestion.affinity < snapshot.settings.floor:
        yield "below_floor"


def _moves(before: Result, after: Result) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    had, has = offers_by_need(before), offers_by_need(after)
    return {
        need: (tuple(sorted(had.get(need, ()))), tuple(sorted(has.get(need, ()))))
        for need in sorted(had.keys() | has.keys())
        if had.get(need) != has.get(need)
    }


def answer(source: str, tell: Tell) -> str:
    asked = json.loads(source)
    snapshot = Snapshot.from_json(json.dumps(asked["snapshot"]))
    released = [(need, offer) for need, offer in asked["released"]]
    return to_json(weigh(snapshot, (asked["need"], asked["offer"]), released, tell))


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1:], answer))
