"""An afternoon at the workbench: from two spreadsheets to answers, next best and a report.

`SAMEN_PICTURES=folder pytest tests/journeys/test_afternoon.py -m journey` keeps pictures of each
step in both languages and themes, on a desk and on a phone.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.foundation.words import Language
from tests.journeys.coordinating import begin_installation, describe_programme, open_programme
from tests.journeys.crowd import Guest, answer, confirm_all
from tests.journeys.reviewing import (
    PATIENCE,
    approve_the_rest,
    bring_the_next_best_forward,
    bring_two_spreadsheets,
    change_three_pairs_by_hand,
    complete_what_is_missing,
    lock_by_keyboard,
    publish,
    read_the_answers,
    report,
    run_again,
    try_two_settings,
)
from tests.journeys.site import Site
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey

OFFERED = """
SELECT proposal.id, mentee_member.email, mentor_member.email, mentee_member.name,
  proposal.reasons FROM proposal
JOIN enrolment AS mentee ON mentee.id = proposal.mentee_enrolment_id
JOIN enrolment AS mentor ON mentor.id = proposal.mentor_enrolment_id
JOIN member AS mentee_member ON mentee_member.id = mentee.member_id
JOIN member AS mentor_member ON mentor_member.id = mentor.member_id
WHERE proposal.state = 'offered' AND mentee_member.email IS NOT NULL
  AND mentor_member.email IS NOT NULL
ORDER BY proposal.affinity DESC
"""
FREE = """
SELECT id FROM enrolment WHERE side = 'mentor' AND places > (
  SELECT count(*) FROM proposal WHERE proposal.mentor_enrolment_id = enrolment.id
    AND proposal.state IN ('approved', 'offered', 'agreed'))
"""
YES = {"answer": "yes"}
NO = {"answer": "no", "reason": "time", "words": "My evenings are full until spring."}


@pytest.mark.parametrize("language", list(Language))
def test_good_pairs_in_an_afternoon(
    site: Site, visitor: Callable[..., Visitor], tmp_path: Path, language: Language
) -> None:
    hanna = visitor(language)
    hanna.hurries = True
    hanna.page.context.set_default_timeout(
        PATIENCE
    )  # telling sixty pairs takes a busy machine long
    begin_installation(hanna)
    describe_programme(hanna)
    open_programme(hanna)
    bring_two_spreadsheets(hanna, tmp_path)
    complete_what_is_missing(hanna)
    people = confirm_all(site)

    try_two_settings(hanna)
    change_three_pairs_by_hand(hanna)
    lock_by_keyboard(hanna)
    run_again(hanna)
    approve_the_rest(hanna)
    [(approved,)] = site.ask("SELECT count(*) FROM proposal WHERE state = 'approved'")
    publish(hanna, approved)
    assert site.ask("SELECT count(*) FROM proposal WHERE state = 'offered'") == [(approved - 1,)]

    paired, declined = answers_come_in(site, people)
    read_the_answers(hanna, declined)
    bring_the_next_best_forward(hanna, declined)
    report(hanna, paired)


def answers_come_in(site: Site, people: dict[str, Guest]) -> tuple[int, list[str]]:
    """Three pairs say yes; two mentors have no time, and for one mentee somebody is left.

    Return how many are paired, and who has nobody now.
    """
    free = {key for (key,) in site.ask(FREE)}
    told = site.ask(OFFERED)
    told.sort(key=lambda each: not free & _alternates(each[4]))
    for pair, mentee, mentor, *_rest in told[-3:]:
        answer(people[mentee], site, pair, **YES)
        answer(people[mentor], site, pair, **YES)
    for pair, mentee, mentor, *_rest in told[:2]:
        answer(people[mentor], site, pair, **NO)
        answer(people[mentee], site, pair, **YES)
    return 3, [name for _pair, _mentee, _mentor, name, _reasons in told[:2]]


def _alternates(reasons: str) -> set[str]:
    """Ids as the database writes them."""
    return {each["offer"].replace("-", "") for each in json.loads(reasons)["alternates"]}
