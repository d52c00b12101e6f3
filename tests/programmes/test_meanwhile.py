"""Of two coordinators who change the same section at once, nobody loses a word."""

import pytest
from sqlalchemy.orm import Session

from matcher.programmes.forms.programmes import FORMS
from tests.conftest import Browse, Keep
from tests.factories import a_coordinator, a_programme

BASICS = {"name_en": "Buddies", "name_nl": "Maatjes", "about_en": "Mine.", "about_nl": "Van mij."}


def seen_on(page: str) -> str:
    return page.split('name="seen" value="', 1)[1].split('"', 1)[0]


def test_a_stale_section_shows_both_versions_and_can_still_be_saved(
    browse: Browse, keep: Keep, db: Session
) -> None:
    programme = a_programme()
    noor = a_coordinator(programme.id, "Noor")
    keep(programme, noor)
    here = f"/coordination/{programme.id}/programme/basics"
    hers, mine = browse(noor), browse(programme.contact)
    seen = seen_on(mine.get(here).text)
    hers.post(here, data={**BASICS, "about_en": "Theirs.", "seen": seen_on(hers.get(here).text)})

    page = mine.post(here, data={**BASICS, "seen": seen})

    assert page.status_code == 409
    for words in ("Noor changed this while you were writing.", "Theirs.", "Mine."):
        assert words in page.text
    db.refresh(programme)
    assert programme.about_en == "Theirs."
    db.rollback()
    assert mine.post(here, data={**BASICS, "seen": seen_on(page.text)}).status_code == 302
    db.refresh(programme)
    assert programme.about_en == "Mine."


def test_two_who_change_different_sections_do_not_meet(browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    noor = a_coordinator(programme.id, "Noor")
    keep(programme, noor)
    here = f"/coordination/{programme.id}/programme"
    mine = browse(programme.contact)
    seen = seen_on(mine.get(f"{here}/basics").text)
    rhythm = {"rhythm_days": "7", "cadence_weeks": "3", "answer_days": "5"}

    assert browse(noor).post(f"{here}/rhythm", data=rhythm).status_code == 302

    assert mine.post(f"{here}/basics", data={**BASICS, "seen": seen}).status_code == 302


@pytest.mark.parametrize("section", list(FORMS))
def test_saving_what_is_shown_is_never_stale(section: str, browse: Browse, keep: Keep) -> None:
    programme = a_programme()
    keep(programme)
    here = f"/coordination/{programme.id}/programme/{section}"
    mine = browse(programme.contact)

    first, again = (seen_on(mine.get(here).text) for _ in range(2))

    assert first == again
    assert mine.post(here, data={"seen": first}).status_code in {302, 422}
