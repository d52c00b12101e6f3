"""Affinities handed over in blocks of rows, so that all pairs need never be in memory at once."""

from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

# One size for everyone: a product computed in blocks of another size differs in its last bits,
# and a run must give the same answer for any number of workers.
BLOCK = 256


@runtime_checkable
class RowBlocks(Protocol):
    """Anything that gives the affinities of some needs with all offers.

    `rows(start, stop)` returns (stop - start, offers) floats: higher is better, NaN where the pair
    is not permissible. It must give the same values each time it is asked for the same rows.
    To spread the work over processes or a cluster, the object must be picklable.
    """

    shape: tuple[int, int]

    def rows(self, start: int, stop: int) -> NDArray[Any]: ...


class Held:
    """Affinities that are in memory already."""

    def __init__(self, values: NDArray[Any]) -> None:
        self.values = values
        self.shape = (values.shape[0], values.shape[1])

    def rows(self, start: int, stop: int) -> NDArray[Any]:
        return self.values[start:stop]


class Products:
    """Affinities that are inner products of features, computed when asked for.

    needs: (needs, features), offers: (offers, features), both dense or both scipy sparse; the
    products lie in [0, 1].
    """

    def __init__(self, needs: Any, offers: Any) -> None:  # dense or any sparse kind
        self.needs = needs
        self.turned = (
            offers.T.tocsr() if hasattr(offers, "tocsr") else np.ascontiguousarray(offers.T)
        )
        self.shape = (int(needs.shape[0]), int(offers.shape[0]))

    def rows(self, start: int, stop: int) -> NDArray[Any]:
        product = self.needs[start:stop] @ self.turned
        dense: NDArray[Any] = product.toarray() if hasattr(product, "toarray") else product
        return dense

    def nonzero(self, start: int, stop: int) -> Any:  # scipy tells no types
        """Return the same rows as a sparse matrix in rows, None where the features are dense."""
        product = self.needs[start:stop] @ self.turned
        return product if hasattr(product, "indptr") else None
