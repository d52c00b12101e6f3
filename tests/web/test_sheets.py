"""Nothing that people typed is ever computed by a spreadsheet, and nothing of it is lost."""

import csv
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from matcher.foundation.sheets import Sheet, guarded, unguarded, write_csv, write_xlsx
from matcher.foundation.words import Language

SIGNS = "=+-@\t\r\n\0＝＋－＠"
TEXTS = st.text() | st.text(alphabet=SIGNS + " '\"_x0041ab;,|\u200b\ufeff", max_size=12)


def sheet(*texts: str) -> Sheet:
    return Sheet(title="People", headings=("Name",), rows=tuple((text,) for text in texts))


def as_csv(made: Sheet, language: Language) -> bytes:
    file = BytesIO()
    assert write_csv(made, language, file) == len(list(made.rows))
    return file.getvalue()


def as_xlsx(made: Sheet) -> bytes:
    file = BytesIO()
    assert write_xlsx(made, file) == len(list(made.rows))
    return file.getvalue()


def from_csv(content: bytes, parting: str) -> list[str]:
    rows = csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=parting)
    return [row[0] for row in rows][1:]


def from_xlsx(content: bytes) -> list[tuple[str, str]]:
    """Read each cell's kind and text, as Office reads the signs that XML cannot hold."""
    page = load_workbook(BytesIO(content)).active
    assert page is not None
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    return [(str(each.data_type), _office(str(each.value or ""))) for each in cells]


def _office(text: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


@settings(max_examples=500, deadline=None)
@given(st.lists(TEXTS, min_size=20, max_size=20))
def test_whatever_is_typed_stays_text_and_comes_back_whole(texts: list[str]) -> None:
    for text in texts:
        shown = guarded(text)

        assert shown.lstrip(' "\u200b\ufeff')[:1] not in set(SIGNS)
        assert unguarded(shown) == text


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=30), st.sampled_from(Language))
def test_a_file_read_again_holds_the_same_texts(texts: list[str], language: Language) -> None:
    parting = ";" if language == Language.NL else ","

    read = from_csv(as_csv(sheet(*texts), language), parting)

    assert [unguarded(each) for each in read] == texts


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=30))
def test_a_workbook_read_again_holds_the_same_texts_and_no_formula(texts: list[str]) -> None:
    read = from_xlsx(as_xlsx(sheet(*texts)))

    assert {kind for kind, _ in read} <= {"s", "inlineStr"}
    assert [unguarded(each) for _, each in read] == texts


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", '"', "' ", "\u200b"])
def test_every_sign_that_begins_a_formula_is_guarded(sign: str, before: str) -> None:
    assert guarded(f"{before}{sign}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("name", ["'t Hart", "Anne-Marie", "Zoë", "O'Neill", "a=b", "J. 5+"])
def test_names_stay_as_they_are(name: str) -> None:
    assert guarded(name) == name


def test_numbers_and_days_stay_numbers_and_days() -> None:
    moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    rows = ((-3, 0.5, date(2026, 3, 2), moment, None),)
    made = Sheet(title="A/B: figures", headings=("a", "b", "c", "d", "e"), rows=rows)

    [_, line] = as_csv(made, Language.NL).decode("utf-8-sig").splitlines()
    page = load_workbook(BytesIO(as_xlsx(made))).active
    assert page is not None
    [cells] = page.iter_rows(min_row=2, values_only=True)

    assert line == '"-3";"0,5";"2026-03-02";"2026-03-02 09:30:00";""'
    assert cells[:2] == (-3, 0.5)
    assert [str(each) for each in cells[2:4]] == ["2026-03-02 00:00:00", "2026-03-02 09:30:00"]


def test_a_list_is_read_while_its_file_is_written() -> None:
    read = []

    def rows() -> Iterator[tuple[int]]:
        for number in range(2_000):
            read.append(len(file.getvalue()))
            yield (number,)

    file = BytesIO()
    number = write_csv(Sheet(title="A", headings=("a",), rows=rows()), Language.EN, file)

    assert number == 2_000
    assert 0 < read[1_000] < read[-1]  # what came before is on its way already
