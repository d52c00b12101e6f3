"""The take-away is readable in every script that people's names are written in."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from matcher.pairings.keepsake import Keepsake, keepsake_pdf

NAMES = ["Nguyễn Thị Hương", "Łucja Đorđević", "ሰላም ኪዳነ", "فاطمة الزهراء", "רות כהן"]


def a_keepsake(name: str = "Yara", **parts: str) -> Keepsake:
    return Keepsake(
        name=name,
        mentor="Marijke",
        programme="Samen Sterk 2026",
        since=date(2026, 3, 2),
        until=date(2026, 8, 31),
        parts={"can_do": "I call by myself.", "goal": "", "people": "", "places": "", **parts},
        words=("Our first walk.", "You keep going.", "Rest, too."),
    )


def text_of(kept: Keepsake) -> str:
    written = keepsake_pdf(kept, say=lambda text, **values: text % values, day=str)
    pages = PdfReader(io.BytesIO(written)).pages
    found = "\n".join(page.extract_text() for page in pages)
    # Dots of Arabic letters are signs of their own, and stand for no letter.
    return "".join(each for each in found if each.isprintable() or each == "\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_written_with_its_own_letters(name: str) -> None:
    found = text_of(a_keepsake(name))

    for word in name.split():
        assert word in found or word[::-1] in found  # a reader may take lines from right to left


def test_all_that_is_theirs_stands_in_it() -> None:
    found = text_of(a_keepsake(people="Aunt Mehret: letters\nJan: the phone"))

    for words in ("I call by myself.", "Aunt Mehret", "Jan: the phone", "Our first walk.", "Rest"):
        assert words in found


def test_long_texts_go_on_over_pages() -> None:
    written = text_of(a_keepsake(can_do="One more thing that I can do now. " * 150))

    assert written.count("One more") == 150
    assert "Rest, too." in written


def test_letters_that_no_font_has_do_not_stop_it() -> None:
    assert "Yara" in text_of(a_keepsake("Yara \N{GRINNING FACE}", can_do="漢字 \x07"))
