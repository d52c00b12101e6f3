"""What makes an assignment impossible, each with a sentence that says what to change."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.foundation.words import Sentence


class AssignmentRefused(ValueError):
    """The question cannot be answered as it was asked. Its `sentence` says why."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text % values)
        self.sentence = Sentence(text, values)


class AffinityRefused(AssignmentRefused):
    """The affinities are no (needs, offers) numbers of zero or more."""


class NumbersRefused(AssignmentRefused):
    """Places, minimum loads, demand or a setting do not fit the affinities, or make no sense."""


class MinimumRefused(AssignmentRefused):
    """The minimum loads cannot all be met. `offers` are those that cannot be met together."""

    def __init__(self, text: str, offers: Sequence[int] = (), **values: object) -> None:
        super().__init__(text, **values)
        self.offers = tuple(int(each) for each in offers)


@dataclass(frozen=True, slots=True)
class LockFault:
    """A locked pair that cannot be kept, and the sentence that says why."""

    need: int
    offer: int
    sentence: Sentence

    def __str__(self) -> str:
        return self.sentence.text % self.sentence.values


class LocksRefused(AssignmentRefused):
    """Some locked pairs cannot be kept. `faults` names each of them with its reason."""

    def __init__(self, text: str, faults: Sequence[LockFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(text, num=len(faults), pairs=" ".join(str(each) for each in faults))
