"""What the reports of a run promise: facts for machines, and a page that needs nothing else."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from matcher.foundation.words import Language
from matcher.matching.report.facts import report_as_json
from matcher.matching.report.page import Teller, chart, report_as_html
from matcher.matching.run import Result, Snapshot, solve
from tests.factories.matching import a_need, an_offer, the_programme

LANGUAGES = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="module")
def run() -> tuple[Snapshot, Result]:
    snapshot = the_programme()
    return snapshot, solve(snapshot)


@LANGUAGES
def test_the_page_needs_nothing_from_elsewhere(
    run: tuple[Snapshot, Result], language: Language
) -> None:
    page = report_as_html(*run, {}, language)

    assert not re.search(r"<(script|link|img|iframe|object)\b|https?:|url\(|@import", page)
    assert f'<html lang="{language}">' in page


@LANGUAGES
def test_the_page_is_well_formed_and_has_a_heading_for_each_pair(
    run: tuple[Snapshot, Result], language: Language
) -> None:
    reader = Reader()
    reader.feed(report_as_html(*run, {}, language))

    assert reader.open == []
    assert reader.seen.count("article") == reader.seen.count("h3") == 63
    assert reader.seen.count("h1") == 1


def test_the_page_is_said_in_its_reader_s_language(run: tuple[Snapshot, Result]) -> None:
    english, dutch = (report_as_html(*run, {}, each) for each in (Language.EN, Language.NL))

    assert "63 of 63 mentees have a suggestion." in english
    assert "Proven best" in english
    assert "affinity 0.72" in english
    assert "Monday: evening; Wednesday: evening" in english
    assert "Bewezen de beste" in dutch
    assert "0,72" in dutch
    assert "Maandag: avond; Woensdag: avond" in dutch
    for word in ("mentees have", "Proven", "affinity 0", "Monday", "Missing", "What counted"):
        assert word not in dutch


def test_people_are_called_by_name_and_nothing_they_wrote_is_taken_for_markup() -> None:
    snapshot = Snapshot(needs=(a_need(id="a"),), offers=(an_offer(id="b"),))
    names = {"a": "<b>Ada</b>", "b": "Bo & Co"}

    page = report_as_html(snapshot, solve(snapshot), names, Language.EN)

    assert "<h3>&lt;b&gt;Ada&lt;/b&gt; – Bo &amp; Co</h3>" in page


def test_the_chart_of_a_pair_is_as_long_as_its_affinity(run: tuple[Snapshot, Result]) -> None:
    snapshot, result = run
    for pair in result.suggestions:
        parts = chart(pair, Teller(snapshot, {}, Language.EN))
        assert sum(part.width for part in parts) == pytest.approx(1000 * pair.affinity, abs=0.1)
        for before, after in pairwise(parts):
            assert after.start == pytest.approx(before.start + before.width, abs=0.02)


@LANGUAGES
def test_who_has_nobody_reads_why(language: Language) -> None:
    needs = (a_need(id="a", slots=frozenset(["mon-evening"])),)
    offers = (an_offer(id="b", slots=frozenset(["sat-morning"])), an_offer(id="c", places=0))
    snapshot = Snapshot(needs=needs, offers=offers)

    page = report_as_html(snapshot, solve(snapshot), {"a": "Ada"}, language)

    expected = {
        Language.EN: ("The two are never free at the same time.", "This mentor has no places."),
        Language.NL: ("nooit tegelijk vrij", "geen plek"),
    }
    assert "Ada" in page
    for said in expected[language]:
        assert said in page


def test_the_json_holds_counts_proof_and_reasons_in_both_languages() -> None:
    snapshot = Snapshot(needs=(a_need(id="a"), a_need(id="c")), offers=(an_offer(id="b"),))
    told = json.loads(report_as_json(snapshot, solve(snapshot)))

    assert told["counts"] == {
        "mentees": 2,
        "mentors": 1,
        "places": 1,
        "pairs": 1,
        "matched": 1,
        "unmatched": 1,
        "mentors_used": 1,
    }
    assert told["objective"] == "coverage"
    assert told["bound"] >= told["total"]
    assert set(told["seconds"]) == {"reading", "solving", "explaining"}
    reason = told["unmatched"][0]["reasons"][0]
    assert reason["code"] == "places_taken"
    assert reason["sentence"]["en"] != reason["sentence"]["nl"]


class Reader(HTMLParser):
    """Keeps which elements are open, and refuses one that closes another."""

    VOID = frozenset({"meta", "rect", "br", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag
