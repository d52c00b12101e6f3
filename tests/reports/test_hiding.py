"""Nothing about fewer than five people can be worked out of a report, nor out of two reports."""

from itertools import islice, product

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.reports.auditing import Entry, leaks
from matcher.reports.hiding import NOTHING, TOTAL, Table, publish

GROUPS = ("before", "early", "middle")


def entry(
    number: int, group: str = "early", value: float = 4.0, person: int | None = None
) -> Entry:
    who = number if person is None else person
    return Entry(id=f"{number:03}", person=f"p{who}", pair=f"k{who}", group=group, value=value)


def entries(**sizes: int) -> list[Entry]:
    """Make so many people in each group, each with one answer."""
    groups = [group for group, size in sizes.items() for _ in range(size)]
    return [entry(number, group) for number, group in enumerate(groups)]


def shown(table: Table) -> set[str]:
    return {each.group for each in table.figures if each.mean is not None}


def test_four_people_are_too_few_and_five_are_enough() -> None:
    assert publish(entries(early=4)) == NOTHING
    assert shown(publish(entries(early=5))) == {TOTAL, "early"}


def test_five_people_of_four_pairs_are_too_few() -> None:
    said = [entry(number) for number in range(4)]
    twin = Entry(id="x", person="other", pair="k0", group="early", value=2.0)

    assert publish([*said, twin]) == NOTHING


def test_with_one_small_group_the_next_smallest_is_hidden_too() -> None:
    assert shown(publish(entries(before=2, early=6, middle=9))) == {TOTAL, "middle"}


def test_two_small_groups_that_are_enough_together_hide_no_third() -> None:
    assert shown(publish(entries(before=3, early=4, middle=9))) == {TOTAL, "middle"}


def test_two_small_groups_that_are_too_few_together_hide_a_third() -> None:
    assert shown(publish(entries(before=2, early=2, middle=9))) == {TOTAL}


def test_means_are_rounded_to_tenths_and_people_to_fives() -> None:
    said = [entry(number, value=value) for number, value in enumerate([1, 2, 2, 5, 5, 5, 4])]
    total = publish(said).figure()

    assert total
    assert (total.mean, total.people) == (3.4, 5)
    share = publish(said, step=0.05).figure()
    assert share
    assert share.mean == 3.45


def test_a_small_programme_gets_totals_only() -> None:
    table = publish(entries(early=8, middle=8), split=False)

    assert [each.group for each in table.figures] == [TOTAL]


def test_a_second_report_waits_until_five_more_have_answered() -> None:
    first = publish(entries(early=10))
    four_more = [*entries(early=10), *(entry(100 + n) for n in range(4))]
    five_more = [*four_more, entry(200)]

    assert publish(four_more, before=first) is first
    assert publish(five_more, before=first) != first
    assert publish(entries(early=10), before=first).figures == first.figures


def test_a_group_that_grew_large_enough_is_not_uncovered_by_what_was_told_before() -> None:
    first = publish(entries(before=3, early=4, middle=9))
    later = [*entries(before=3, early=4, middle=9), *(entry(100 + n, "before") for n in range(5))]
    second = publish(later, before=first)

    assert shown(second) <= {TOTAL, "middle"} or second is first


def test_an_answer_that_was_erased_is_still_one_person() -> None:
    first = publish(entries(early=10))

    assert publish(entries(early=10)[1:], before=first) is first


def test_a_table_can_be_kept_and_read_again() -> None:
    table = publish(entries(before=2, early=6, middle=9))

    assert Table.from_json(table.to_json()) == table


ANSWER = st.tuples(st.integers(0, 13), st.sampled_from(GROUPS), st.integers(1, 5))
ANSWERS = st.lists(ANSWER, min_size=12, max_size=30)
MORE = st.lists(ANSWER, max_size=16)


@settings(max_examples=120, deadline=None)
@given(first=ANSWERS, more=MORE, most=MORE)
def test_no_combination_of_what_was_published_speaks_of_fewer_than_five(
    first: list[tuple[int, str, int]],
    more: list[tuple[int, str, int]],
    most: list[tuple[int, str, int]],
) -> None:
    """An attacker adds and subtracts all that three reports ever told."""
    said = [
        entry(number, group, value, person)
        for number, (person, group, value) in enumerate([*first, *more, *most])
    ]
    before = publish(said[: len(first)])
    later = publish(said[: len(first) + len(more)], before=before)
    tables = (before, later, publish(said, before=later))
    told = list(dict.fromkeys(ids for table in tables for ids in table.behind.values()))
    known = {each.id: each for each in said}

    for signs in islice(product((0, 1, -1), repeat=len(told)), 1_000):
        left = [
            known[key]
            for key in known
            if sum(sign for sign, ids in zip(signs, told, strict=True) if key in ids)
        ]
        people, pairs = {each.person for each in left}, {each.pair for each in left}
        assert not left or min(len(people), len(pairs)) >= 5, signs


@settings(max_examples=100, deadline=None)
@given(answers=ANSWERS, other=st.integers(1, 5))
def test_what_is_hidden_leaves_no_trace_in_other_groups(
    answers: list[tuple[int, str, int]], other: int
) -> None:
    said = [entry(n, group, value, who) for n, (who, group, value) in enumerate(answers)]
    table = publish(said)
    hidden = {each.group for each in table.figures} - shown(table)
    changed = [
        entry(n, group, other if group in hidden else value, who)
        for n, (who, group, value) in enumerate(answers)
    ]
    again = publish(changed)

    assert [each for each in again.figures if each.group != TOTAL] == [
        each for each in table.figures if each.group != TOTAL
    ]


def test_the_auditor_sees_what_signs_alone_would_miss() -> None:
    """Twice one set minus two others: no difference of two, and still one person."""
    said = [entry(number) for number in range(12)]
    a = frozenset(each.id for each in said[:11])
    b = frozenset(each.id for each in said[:6]) | {said[11].id}
    c = frozenset(each.id for each in said[6:])

    assert not leaks([a], said)
    assert leaks([a, b, c], said)
