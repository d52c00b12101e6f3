"""What the service said it had kept: whatever happens after that, it must be there in the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock


@dataclass
class Ledger:
    """Every acknowledged write. A process may die a moment after its answer."""

    confirmed: set[str] = field(default_factory=set)  # sign-ups
    answered: dict[tuple[str, str], str] = field(default_factory=dict)  # proposal, address: yes, no
    met: set[str] = field(default_factory=set)  # pairings
    told: dict[str, Mapping[str, str]] = field(default_factory=dict)  # a check-in's token: answers
    _lock: Lock = field(default_factory=Lock)

    def confirm(self, enrolment_id: str) -> None:
        with self._lock:
            self.confirmed.add(enrolment_id)

    def answer(self, proposal_id: str, address: str, answer: str) -> None:
        with self._lock:
            self.answered[proposal_id, address] = answer

    def meet(self, pairing_id: str) -> None:
        with self._lock:
            self.met.add(pairing_id)

    def tell(self, token: str, answers: Mapping[str, str]) -> None:
        with self._lock:
            self.told[token] = answers

    def __len__(self) -> int:
        return len(self.confirmed) + len(self.answered) + len(self.met) + len(self.told)
