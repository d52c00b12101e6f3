"""Everything a run needs to know, in one value that can be kept, compared and run again."""

import hashlib
import json
from dataclasses import dataclass, field

from matcher.matching.plain import from_plain, to_json, to_plain
from matcher.matching.profiles import Need, Offer, Topic
from matcher.matching.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """A pair that may not be, with the code of the reason, such as "declined" or "paired"."""

    need: str
    offer: str
    code: str = "forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """People and settings at one moment. The same snapshot gives the same result, bit for bit."""

    needs: tuple[Need, ...]
    offers: tuple[Offer, ...]
    settings: Settings = field(default_factory=Settings)
    # Pairs of ids that are fixed beforehand.
    locked: tuple[tuple[str, str], ...] = ()
    # Pairs that somebody brought together knowing the rules that object: no rule removes them.
    overruled: tuple[tuple[str, str], ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
    seed: int = 0
    topics: tuple[Topic, ...] = ()

    def to_json(self) -> str:
        """Write it; snapshots without overruled pairs read as they did before there were any."""
        plain = to_plain(self)
        if not self.overruled:
            del plain["overruled"]
        return to_json(plain)

    @classmethod
    def from_json(cls, text: str) -> "Snapshot":
        """Raise ValueError or TypeError when the text is no snapshot."""
        snapshot: Snapshot = from_plain(cls, json.loads(text))
        return snapshot

    @property
    def fingerprint(self) -> str:
        """A SHA-256 that is the same whenever everything in the snapshot is."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()
