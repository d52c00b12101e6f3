"""What somebody advises the other: one line in a pulse; keep, stop and start halfway."""

from collections.abc import Mapping
from typing import Any

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language, sentence

PARTS = {
    "keep_on": N_("Keep: %(words)s"),
    "stop": N_("Stop: %(words)s"),
    "start": N_("Start: %(words)s"),
}


def advice_in(kept: Mapping[str, Any], language: Language) -> str:
    """Return the advice as its reader sees it, or nothing."""
    said = [
        say(sentence(label, words=kept[key]), language)
        for key, label in PARTS.items()
        if kept.get(key)
    ]
    return "\n".join([*said, *([str(kept["advice"])] if kept.get("advice") else [])])
