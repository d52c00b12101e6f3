"""What profiles and snapshots promise: plain values that can be kept, compared and run again."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.matching.profiles import Need, answers
from matcher.matching.result import Result
from matcher.matching.snapshot import Forbidden, Snapshot
from tests.factories.matching import a_need, an_offer

TEXT = st.text(max_size=6)
SETS = st.frozensets(TEXT, max_size=3)
NEEDS = st.builds(
    Need,
    id=TEXT,
    statements=st.lists(TEXT, max_size=2).map(tuple),
    topics=SETS,
    meeting=st.sampled_from([None, "online", "in_person", "either"]),
    level=st.none() | st.integers(0, 9),
    extra=st.dictionaries(TEXT, TEXT | st.lists(TEXT, max_size=2).map(tuple), max_size=2),
)


@settings(max_examples=50, deadline=None)
@given(needs=st.lists(NEEDS, max_size=3).map(tuple), seed=st.integers(0, 99))
def test_a_snapshot_comes_back_from_json_as_it_was(needs: tuple[Need, ...], seed: int) -> None:
    snapshot = Snapshot(needs=needs, offers=(an_offer(id="b", places=2),), seed=seed)

    again = Snapshot.from_json(snapshot.to_json())

    assert again == snapshot
    assert again.fingerprint == snapshot.fingerprint


def test_the_order_in_which_answers_are_given_does_not_change_the_fingerprint() -> None:
    one = Snapshot(needs=(a_need(id="a", topics=frozenset(["x", "y"])),), offers=())
    other = Snapshot(needs=(a_need(id="a", topics=frozenset(["y", "x"])),), offers=())

    assert one.fingerprint == other.fingerprint


def test_another_seed_person_or_forbidden_pair_changes_the_fingerprint() -> None:
    plain = Snapshot(needs=(a_need(id="a"),), offers=(an_offer(id="b"),))
    others = [
        Snapshot(needs=plain.needs, offers=plain.offers, seed=1),
        Snapshot(needs=plain.needs, offers=()),
        Snapshot(
            needs=plain.needs, offers=plain.offers, forbidden=(Forbidden(need="a", offer="b"),)
        ),
    ]

    assert len({each.fingerprint for each in [plain, *others]}) == 4


def test_a_snapshot_with_a_field_of_another_time_is_refused() -> None:
    with pytest.raises(ValueError, match="knows no colour"):
        Snapshot.from_json('{"needs": [{"id": "a", "colour": "red"}], "offers": []}')


def test_text_where_a_list_belongs_is_refused() -> None:
    with pytest.raises(TypeError):
        Snapshot.from_json('{"needs": "everybody", "offers": []}')


def test_an_empty_field_is_no_answer() -> None:
    need = a_need(place="", level=None, extra={"grade": ""})

    assert [answers(need, column) for column in ("place", "level", "grade", "unheard")] == [()] * 4


def test_a_result_comes_back_from_json_as_it_was() -> None:
    result = Result(suggestions=(), total=0.5, seconds={"solving": 0.25})

    assert Result.from_json(result.to_json()) == result


def test_profiles_snapshots_results_and_runs_load_no_numerical_library() -> None:
    heavy = {"numpy", "scipy", "sklearn", "ortools", "openpyxl", "joblib"}
    light = "profiles, snapshot, result, run, settings, rules, plain, sheets.rows, policy_file"
    imports = "; ".join(f"import matcher.matching.{name.strip()}" for name in light.split(","))
    script = f"import sys; {imports}; print(*({heavy!r} & set(sys.modules)))"

    loaded = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.split() == []
