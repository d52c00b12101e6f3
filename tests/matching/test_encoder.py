"""An encoder of sentences may be named by its path; without one everything works as well."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from matcher.foundation.errors import RuleBroken
from matcher.matching.run import Snapshot, solve
from matcher.matching.settings import Criterion
from matcher.matching.words.encoder import load_encoder
from matcher.matching.words.space import WordSpace
from tests.factories.matching import a_need, an_offer, settings_of

NEEDS = [["Ik zoek iemand die van tuinieren houdt"]]
OFFERS = [["I breed orchids"], ["I repair bicycles"]]


class Gardens:
    """A model that knows one thing: who speaks of plants."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float64]:
        about = [any(word in text for word in ("tuinieren", "orchids")) for text in texts]
        return np.array([[1.0, 0.1] if each else [0.1, 1.0] for each in about])


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.npz"
    tokens = np.array(["tuinieren", "orchids", "bicycles"])
    np.savez(path, tokens=tokens, vectors=np.array([[1.0, 0.1], [0.9, 0.2], [0.0, 1.0]]))
    return path


def test_an_object_with_encode_is_one_more_way_of_being_alike() -> None:
    space = WordSpace(NEEDS, OFFERS, encoder=Gardens())

    found = space.rows(0, 1)
    assert found[0, 0] > found[0, 1]
    assert "encoder" in space.ways(0, 0)


def test_a_model_is_loaded_from_its_path(model: Path) -> None:
    encoder = load_encoder(str(model))

    assert encoder is not None
    placed = encoder.place(["tuinieren", "orchids", "bicycles", "unheard"])
    likeness = placed @ placed.T
    assert likeness[0, 1] > 0.9
    assert likeness[0, 2] < 0.5
    assert (placed[3] == 0).all()


def test_settings_that_name_a_model_use_it(model: Path) -> None:
    needs = (a_need(id="a", statements=tuple(NEEDS[0])),)
    offers = tuple(an_offer(id=f"m{n}", statements=tuple(each)) for n, each in enumerate(OFFERS))
    words = Criterion(name="words", kind="words", need="statements")
    asked = Snapshot(needs=needs, offers=offers, settings=settings_of(words, encoder=str(model)))

    found = solve(asked).suggestions[0]

    assert found.offer == "m0"
    assert "encoder" in found.why.ways


def test_a_path_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="no encoder"):
        load_encoder(tmp_path / "nowhere")


@pytest.mark.skipif(
    find_spec("sentence_transformers") is not None, reason="the package is installed here"
)
def test_a_folder_is_read_by_sentence_transformers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "sentence_transformers.py").write_text(
        "class SentenceTransformer:\n"
        "    def __init__(self, path, local_files_only=False):\n"
        "        assert local_files_only\n"
        "    def encode(self, texts):\n"
        "        return [[1.0, float(len(text))] for text in texts]\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(library))
    try:
        encoder = load_encoder(tmp_path)
    finally:
        sys.modules.pop("sentence_transformers", None)

    assert encoder is not None
    assert encoder.place(["a", "bb"]).shape == (2, 2)


@pytest.mark.skipif(
    find_spec("sentence_transformers") is not None, reason="the package is installed here"
)
def test_without_the_package_a_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="sentence-transformers"):
        load_encoder(tmp_path)


@pytest.mark.parametrize("rows", [[1.0, 2.0], [[float("nan")], [1.0]], [[1.0]]])
def test_a_model_that_gives_no_row_for_each_text_is_refused(rows: list[object]) -> None:
    class Broken:
        def encode(self, _texts: Sequence[str]) -> list[object]:
            return rows

    encoder = load_encoder(Broken())

    assert encoder is not None
    with pytest.raises(RuleBroken, match="one row of numbers"):
        encoder.place(["a", "b"])
