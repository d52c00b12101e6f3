"""What a run promises: exact sums, no rule broken, and the same answer again."""

import json
import pickle
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.foundation.translate import say
from matcher.foundation.words import Language, Sentence
from matcher.matching.profiles import Need, Offer, Profile
from matcher.matching.result import Result
from matcher.matching.run import Snapshot, solve
from matcher.matching.settings import Criterion, Settings
from matcher.matching.solving import prepare
from tests.factories.matching import a_need, an_offer, the_programme

A, B = "a", "b"
WORDS = st.sampled_from(["debts", "sleep", "cv", "dutch", "talk"])
SETS = st.frozensets(WORDS, max_size=3)
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=2).map(tuple)
ANSWERS = {
    "topics": SETS,
    "statements": TEXTS,
    "languages": SETS,
    "slots": SETS,
    "meeting": st.sampled_from([None, "online", "in_person", "either"]),
    "place": st.sampled_from(["", "Ede"]),
    "styles": SETS,
    "level": st.none() | st.integers(0, 9),
}
SCALE = Criterion(name="level", kind="scale", weight=0.3, options={"difference": {"1": 0.7}})
EVERYTHING = Settings(criteria=(*Settings().criteria, SCALE), rules=())


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    needs, offers = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    return Snapshot(
        needs=tuple(draw(st.builds(Need, id=st.just(f"n{n}"), **ANSWERS)) for n in range(needs)),
        offers=tuple(draw(st.builds(Offer, id=st.just(f"m{n}"), **ANSWERS)) for n in range(offers)),
        settings=EVERYTHING,
    )


@settings(max_examples=50, deadline=None)
@given(snapshot=snapshots())
def test_what_each_criterion_adds_comes_to_the_affinity_exactly(snapshot: Snapshot) -> None:
    affinity = prepare(snapshot)
    every = [(n, m) for n in range(len(snapshot.needs)) for m in range(len(snapshot.offers))]
    rows = affinity.dense()

    for (need, offer), parts in zip(every, affinity.contributions(every), strict=True):
        added = 0.0
        for each in parts:
            added += each.share
        assert added == rows[need, offer]
        assert 0 <= added <= 1 + 1e-9
        for each in parts:
            assert each.note == "" or each.share == 0, "unknown adds nothing, and is said to be so"


def test_the_affinity_of_a_suggestion_is_what_its_reasons_add_up_to() -> None:
    for each in solve(the_programme()).suggestions:
        added = 0.0
        for part in each.why.contributions:
            added += part.share
        assert added == each.affinity


def test_the_programme_is_covered_without_breaking_a_rule_within_five_seconds() -> None:
    snapshot = the_programme()
    needs = {each.id: each for each in snapshot.needs}
    offers = {each.id: each for each in snapshot.offers}

    began = time.perf_counter()
    result = solve(snapshot)
    took = time.perf_counter() - began

    assert (result.coverage, result.unmatched, result.gap) == (1.0, (), 0.0)
    assert took < 5
    for pair in result.suggestions:
        assert allowed(needs[pair.need], offers[pair.offer])
    for offer in snapshot.offers:
        taken = [each for each in result.suggestions if each.offer == offer.id]
        assert len(taken) <= offer.places


def allowed(need: Need, offer: Offer) -> bool:
    """Judge a pair by the rules of the programme, in as plain words as can be."""
    together = "in_person" not in {need.meeting, offer.meeting}
    near = need.place == offer.place and "online" not in {need.meeting, offer.meeting}
    unknown = None in {need.meeting, offer.meeting}
    return all(
        [
            need.person != offer.person,
            not refuses(need, offer),
            not refuses(offer, need),
            need.languages & offer.languages,
            need.slots & offer.slots,
            together or near or unknown,
        ]
    )


def refuses(asker: Profile, other: Profile) -> bool:
    colleagues = asker.organisation and asker.organisation == other.organisation
    named = bool({other.id, other.person} & asker.avoid)
    return named or bool("same_organisation" in asker.avoid and colleagues)


def test_the_same_snapshot_gives_the_same_result_whatever_the_workers() -> None:
    snapshot = the_programme(seed=3)

    one, other, shared = solve(snapshot), solve(snapshot), solve(snapshot, jobs=2)

    seconds: dict[str, float] = {}
    kept = {replace(each, seconds=seconds).to_json() for each in (one, other, shared)}
    assert len(kept) == 1


def test_affinities_can_be_sent_to_other_machines() -> None:
    affinity = prepare(the_programme())

    sent = pickle.loads(pickle.dumps(affinity))  # noqa: S301  # our own

    assert np.array_equal(sent.rows(3, 9), affinity.rows(3, 9), equal_nan=True)


def test_a_run_in_a_process_of_its_own_answers_as_one_here(tmp_path: Path) -> None:
    source, target = tmp_path / "snapshot.json", tmp_path / "result.json"
    snapshot = the_programme()
    source.write_text(snapshot.to_json(), encoding="utf-8")

    ran = run_child(source, target)

    result = Result.from_json(target.read_text(encoding="utf-8"))
    here = solve(snapshot)
    assert replace(result, seconds={}) == replace(here, seconds={})
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert list(dict.fromkeys(each["phase"] for each in told)) == [
        "reading",
        "solving",
        "explaining",
        "done",
    ]
    assert [each["done"] for each in told] == sorted(each["done"] for each in told)
    assert ran.returncode == 0


def test_a_run_that_cannot_be_says_why_and_leaves_no_result(tmp_path: Path) -> None:
    source, target = tmp_path / "snapshot.json", tmp_path / "result.json"
    needs, offers = (a_need(id=A), a_need(id=B)), (an_offer(id="m"),)
    asked = Snapshot(needs=needs, offers=offers, locked=((A, "m"), (B, "m")))
    source.write_text(asked.to_json(), encoding="utf-8")

    ran = run_child(source, target)

    refused = Sentence.from_json(json.loads(ran.stdout.splitlines()[-1])["refused"])
    assert ran.returncode == 2
    assert "b – m" in say(refused, Language.EN)
    assert list(tmp_path.iterdir()) == [source]


def run_child(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own module
        [sys.executable, "-m", "matcher.matching.child", str(source), str(target)],
        capture_output=True,
        text=True,
        check=False,
    )
