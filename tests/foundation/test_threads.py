"""The first questions after a start come from several threads at once."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Column, Integer, MetaData, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import aliased, contains_eager
from sqlalchemy.sql import select

from matcher.programmes.models import Enrolment
from matcher.proposals.models import Proposal

AT_ONCE = 8


@pytest.fixture
def _hectic() -> Iterator[None]:
    """Let threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_hectic")
def test_a_column_is_found_by_all_who_look_for_it_at_once() -> None:
    missed = 0
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for _ in range(40):
            table = Table("t", MetaData(), *(Column(f"c{n}", Integer) for n in range(60)))
            alias, start = table.alias(), Barrier(AT_ONCE)

            def look(_: int) -> int:
                start.wait()  # noqa: B023  # this round's
                found = [alias.corresponding_column(each) for each in table.c]  # noqa: B023  # likewise
                return sum(each is None for each in found)

            missed += sum(threads.map(look, range(AT_ONCE)))

    assert missed == 0


@pytest.mark.usefixtures("_hectic")
def test_a_statement_that_many_make_at_once_is_the_same_for_all() -> None:
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for _ in range(10):
            mentor, mentee, start = aliased(Enrolment), aliased(Enrolment), Barrier(AT_ONCE)
            query = (
                select(Proposal)
                .join(mentor, Proposal.mentor_enrolment)
                .join(mentee, Proposal.mentee_enrolment)
                .options(
                    contains_eager(Proposal.mentor_enrolment.of_type(mentor)).joinedload(
                        mentor.member
                    )
                )
            )

            def make(_: int) -> str:
                start.wait()  # noqa: B023  # this round's
                return str(query.compile(dialect=sqlite.dialect()))  # noqa: B023  # likewise

            assert len(set(threads.map(make, range(AT_ONCE)))) == 1
