"""Makes the forms of a programme, with what is settled so far."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from wtforms import Field

from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.programmes.forms.fields import (
    Choose,
    Picks,
    WholeField,
    listed,
    offered,
    spoken,
)
from matcher.programmes.forms.settings import (
    A_WEEK,
    FLOORS,
    AdmissionForm,
    BasicsForm,
    ConsentTextForm,
    ContactForm,
    DatesForm,
    MatchingForm,
    PeopleForm,
    ProgrammeForm,
    RhythmForm,
)
from matcher.programmes.models import Programme
from matcher.programmes.models.choices import (
    ADMISSION,
    CRITERIA,
    FIRST_CRITERIA,
    LANGUAGES,
    LEVELS,
)
from matcher.programmes.topics import label, topics
from matcher.web.words import _l, language


def programme_form(programme: Programme, section: str) -> ProgrammeForm:
    """Make the form of a section, with what is settled so far."""
    return FORMS[section](programme)


def _basics(programme: Programme) -> ProgrammeForm:
    return BasicsForm(obj=programme)


def _dates(programme: Programme) -> ProgrammeForm:
    return DatesForm(obj=programme, weeks=programme.planned_days // A_WEEK)


def _people(programme: Programme) -> ProgrammeForm:
    form = PeopleForm(obj=programme)
    form.languages.choices = spoken(LANGUAGES)
    form.topics.choices = listed((key, label(key, language())) for key in topics())
    return form


class Chosen(Protocol):
    """What counts when pairs are looked for: a programme has these."""

    @property
    def criteria(self) -> Mapping[str, str]: ...

    @property
    def rules(self) -> Sequence[str]: ...

    @property
    def objective(self) -> str: ...

    @property
    def floor(self) -> float: ...


def _matching(programme: Programme) -> ProgrammeForm:
    return matching_form(programme)


def matching_form(programme: Chosen) -> MatchingForm:
    """Make the form of what counts, of a programme or of settings that are tried."""
    levels: dict[str, Field] = {
        f"criterion_{name}": Choose(_l(words), choices=offered(LEVELS))
        for name, words in CRITERIA.items()
    }
    settled = {
        f"criterion_{name}": programme.criteria.get(name, first)
        for name, first in FIRST_CRITERIA.items()
    }
    this = type("ThisMatchingForm", (MatchingForm,), dict(levels))
    form: MatchingForm = this(
        rules=programme.rules,
        objective=programme.objective,
        floor=str(programme.floor),
        **settled,
    )
    if str(programme.floor) not in FLOORS:
        form.floor.choices = [
            *form.floor.choices,
            *listed([(str(programme.floor), str(programme.floor))]),
        ]
    return form


def _rhythm(programme: Programme) -> ProgrammeForm:
    return RhythmForm(obj=programme)


def _contact(programme: Programme) -> ProgrammeForm:
    stand_in = programme.stand_in.email if programme.stand_in else ""
    return ContactForm(
        contact=programme.contact.email or "",
        stand_in=stand_in,
        contact_phone=programme.contact_phone,
        emergency_phone=programme.emergency_phone,
        crisis_line=programme.crisis_line,
    )


def _consent(programme: Programme) -> ProgrammeForm:
    return ConsentTextForm(obj=programme)


def _admission(programme: Programme) -> ProgrammeForm:
    fields: dict[str, Field] = {}
    settled: dict[str, Any] = {}
    for item, words in ADMISSION.items():
        asked = [each for each in programme.admission if each["item"] == item]
        fields[f"{item}_sides"] = Picks(_l(words), choices=offered(SIDES_ASKED))
        fields[f"{item}_months"] = WholeField(
            _l("Valid for how many months?"), least=1, most=120, required=False
        )
        settled[f"{item}_sides"] = [each["side"] for each in asked]
        settled[f"{item}_months"] = asked[0]["months"] if asked else FIRST_MONTHS.get(item)
    form: ProgrammeForm = type("ThisAdmissionForm", (AdmissionForm,), fields)(**settled)
    return form


SIDES_ASKED = {Side.MENTOR: N_("Of mentors"), Side.MENTEE: N_("Of mentees")}
# A certificate is a picture of one day: many organisations ask for a new one after three years.
FIRST_MONTHS = {"vog": 36}
FORMS: dict[str, Callable[[Programme], ProgrammeForm]] = {
    "basics": _basics,
    "dates": _dates,
    "people": _people,
    "matching": _matching,
    "rhythm": _rhythm,
    "contact": _contact,
    "consent": _consent,
    "admission": _admission,
}
