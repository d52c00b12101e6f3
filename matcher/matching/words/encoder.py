"""An optional sentence encoder from a local path: one more way of being alike, nothing fetched."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_
from matcher.matching.words.terms import words
from matcher.matching.words.weighing import unit_rows


@runtime_checkable
class Encodes(Protocol):
    """Anything that turns texts into rows of numbers: (texts, dimensions)."""

    def encode(self, texts: Sequence[str]) -> Any: ...  # arrays of any library


class Encoder:
    """Places texts by a model, each at distance 1."""

    def __init__(self, model: Encodes) -> None:
        self._model = model

    def place(self, texts: Sequence[str]) -> NDArray[np.float64]:
        rows = np.asarray(self._model.encode(list(texts)), dtype=np.float64)
        if rows.ndim != 2 or len(rows) != len(texts) or not np.isfinite(rows).all():  # noqa: PLR2004  # rows by columns
            raise RuleBroken(N_("The encoder did not give one row of numbers for each text."))
        placed: NDArray[np.float64] = unit_rows(rows)
        return placed


class WordVectors:
    """A model of word vectors in an .npz file: `tokens` (n,) and `vectors` (n, dimensions)."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as kept:
            self._number = {str(token): n for n, token in enumerate(kept["tokens"])}
            self._vectors = kept["vectors"].astype(np.float64)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return the mean of each text's known words."""
        found = np.zeros((len(texts), self._vectors.shape[1]))
        for row, text in enumerate(texts):
            known = [self._number[word] for word in words(text) if word in self._number]
            if known:
                found[row] = self._vectors[known].mean(axis=0)
        return found


def load_encoder(model: object) -> Encoder | None:
    """Return the encoder of an object with `encode`, or of a path; nothing named: None.

    A path is an .npz file of word vectors, or a folder with a sentence-transformers model.
    Raises RuleBroken when there is no such model.
    """
    if model is None or model == "":
        return None
    # A string has a method `encode` too.
    if not isinstance(model, str) and isinstance(model, Encodes):
        return Encoder(model)
    path = Path(str(model))
    if not path.exists():
        raise RuleBroken(N_("There is no encoder at “%(path)s”."), path=str(path))
    return Encoder(WordVectors(path) if path.is_file() else _sentence_transformer(path))


def _sentence_transformer(path: Path) -> Encodes:
    if find_spec("sentence_transformers") is None:
        raise RuleBroken(
            N_("The encoder at “%(path)s” needs the package sentence-transformers."), path=str(path)
        )
    library = import_module("sentence_transformers")
    model: Encodes = library.SentenceTransformer(str(path), local_files_only=True)
    return model
