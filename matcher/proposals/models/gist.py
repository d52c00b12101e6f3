"""What lists ask of the reasons of a pair: it follows from them, and is kept beside them."""

from collections.abc import Callable, Mapping
from typing import Any


def told_by(reasons: Mapping[str, Any]) -> dict[str, Any]:
    """Tell what lists ask of the reasons: it is kept beside them, as reading them takes long."""
    return {
        "first_choice": reasons.get("first_choice") is True,
        "lacks_topics": reasons.get("topics_met") == [],
        "gist": gist_of(reasons),
    }


def gist_of(reasons: Mapping[str, Any]) -> dict[str, Any]:
    """Take from the reasons what a line of a list says, which is a tenth of them."""
    words = sorted(reasons.get("words", ()), key=lambda each: -each["weight"])
    return {
        "shares": [
            [each["criterion"], each["share"]]
            for each in reasons.get("contributions", ())
            if each["weight"] not in {"off", 0}
        ],
        "words": [[each["need"], each["offer"]] for each in words],  # the weightiest first
        "met": list(reasons.get("topics_met", ())),
        "missing": len(reasons.get("topics_missing", ())),
        "slots": list(reasons.get("slots", ())),
    }


def as_told(name: str) -> Callable[[Any], Any]:
    """For rows that are kept in bulk, without being things first."""

    def told(context: Any) -> Any:
        return told_by(context.get_current_parameters()["reasons"])[name]

    return told
