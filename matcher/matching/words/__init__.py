"""How alike what two people wrote is, in Dutch, English or both."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy is loaded only by those who compare
    import numpy as np
    from numpy.typing import NDArray


def similarity(
    needs: Sequence[Sequence[str]], offers: Sequence[Sequence[str]]
) -> "NDArray[np.float64]":
    """Compare what each need says with what each offer says.

    A person is one or more texts, Dutch or English; none is allowed. Returns shape (needs, offers),
    each in [0, 1]: 0 for nothing in common. Raises TypeError when a person is a bare string.
    """
    from matcher.matching.words.space import WordSpace  # noqa: PLC0415  # brings numpy in

    for person in (*needs, *offers):
        if isinstance(person, str):
            raise TypeError("a person is a sequence of texts, not one string")
    return WordSpace(needs, offers).rows(0, len(needs))
