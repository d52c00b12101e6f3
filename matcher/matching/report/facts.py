"""Everything about a run as JSON: counts, total, bound, gap, seconds, reasons per pair."""

import json
from typing import Any

from matcher.foundation.translate import say
from matcher.foundation.words import Language
from matcher.matching.plain import to_plain
from matcher.matching.result import Reason, Result
from matcher.matching.rules import explain
from matcher.matching.snapshot import Snapshot


def report_as_json(snapshot: Snapshot, result: Result) -> str:
    """Write the facts for people and programmes alike: indented, keys in a fixed order."""
    return json.dumps(facts(snapshot, result), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def facts(snapshot: Snapshot, result: Result) -> dict[str, Any]:
    return {
        "counts": counts(snapshot, result),
        "objective": snapshot.settings.objective,
        "floor": snapshot.settings.floor,
        "seed": snapshot.seed,
        "total": result.total,
        "bound": result.bound,
        "gap": result.gap,
        "proven_best": result.gap == 0,
        "seconds": dict(result.seconds),
        "measures": dict(result.measures),
        "pairs": [to_plain(each) for each in result.suggestions],
        "unmatched": [
            {"mentee_id": each.need, "reasons": [_told(reason) for reason in each.reasons]}
            for each in result.unmatched
        ],
        "alternates": to_plain(result.alternates),
        "scarcity": to_plain(result.scarcity),
        "notices": [_told(each) for each in result.notices],
        "settings": to_plain(snapshot.settings),
        "fingerprint": result.fingerprint,
    }


def counts(snapshot: Snapshot, result: Result) -> dict[str, int]:
    return {
        "mentees": len(snapshot.needs),
        "mentors": len(snapshot.offers),
        "places": sum(each.places for each in snapshot.offers),
        "pairs": len(result.suggestions),
        "matched": len({each.need for each in result.suggestions}),
        "unmatched": len(result.unmatched),
        "mentors_used": len({each.offer for each in result.suggestions}),
    }


def _told(reason: Reason) -> dict[str, Any]:
    """Give a reason its sentence in both languages beside its code."""
    said = explain(reason)
    sentences = {str(each): say(said, each) for each in Language}
    return {"code": reason.code, "values": dict(reason.values), "sentence": sentences}
