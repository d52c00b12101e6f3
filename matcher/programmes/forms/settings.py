"""The sections of a programme, each a form of its own."""

from typing import Any

from matcher.foundation.words import N_
from matcher.programmes.forms.fields import (
    Choose,
    DayField,
    Pick,
    Picks,
    WholeField,
    offered,
)
from matcher.programmes.models import Objective
from matcher.programmes.models.choices import (
    ADMISSION,
    CRITERIA,
    MODES,
    OBJECTIVES,
    RULES,
)
from matcher.web.forms import AddressField, Form, LineField, TextField
from matcher.web.words import _l

FLOORS = {
    "0.0": N_("No lower limit: a coordinator looks at each pair"),
    "0.2": N_("Something must meet"),
    "0.35": N_("A good deal must meet"),
    "0.5": N_("Most of it must meet"),
}
RHYTHMS = {
    7: N_("Every week"),
    14: N_("Every two weeks"),
    21: N_("Every three weeks"),
    28: N_("Every four weeks"),
}
A_WEEK = 7


class NewProgrammeForm(Form):
    """The little that is needed; everything else has a good default, or is that of another."""

    begin_from = Choose(
        _l("Begin from"),
        description=_l(
            "Settings, texts, topics and admission come along; people and dates do not."
        ),
    )
    name_en = LineField(_l("Name in English"), length=80)
    name_nl = LineField(_l("Name in Dutch"), length=80)
    about_en = TextField(_l("What is it, in English?"), required=False, length=3000)
    about_nl = TextField(_l("What is it, in Dutch?"), required=False, length=3000)
    coordinator = AddressField(
        _l("Who looks after it?"),
        required=False,
        description=_l("The e-mail address of somebody with an account here. Empty: you do."),
    )


class CoordinatorForm(Form):
    """Names somebody who looks after a programme, or no longer does."""

    email = AddressField(_l("E-mail address"), description=_l("Of somebody with an account here."))


class ProgrammeForm(Form):
    """One section. Its fields bear the names of what they change."""

    @property
    def names(self) -> set[str]:
        """What of the programme this section is about."""
        return set(self._fields) - {"csrf_token"}

    def values(self) -> dict[str, Any]:
        return {name: field.data for name, field in self._fields.items() if name != "csrf_token"}


class BasicsForm(ProgrammeForm):
    name_en = LineField(_l("Name in English"), length=80)
    name_nl = LineField(_l("Name in Dutch"), length=80)
    about_en = TextField(_l("What is it, in English?"), required=False, length=3000)
    about_nl = TextField(_l("What is it, in Dutch?"), required=False, length=3000)
    for_whom_en = TextField(_l("For whom, in English?"), required=False, length=600)
    for_whom_nl = TextField(_l("For whom, in Dutch?"), required=False, length=600)


class DatesForm(ProgrammeForm):
    sign_up_until = DayField(
        _l("Sign up until"),
        required=False,
        description=_l("The last day. Empty: all year round."),
    )
    starts_on = DayField(_l("First pairs begin on"), required=False)
    weeks = WholeField(_l("How long does a pairing last?"), least=2, most=156)

    @property
    def names(self) -> set[str]:
        return {"sign_up_until", "starts_on", "planned_days"}

    def values(self) -> dict[str, Any]:
        found = super().values()
        return found | {"planned_days": found.pop("weeks") * A_WEEK}


class PeopleForm(ProgrammeForm):
    languages = Picks(_l("Languages people may speak"))
    modes = Picks(_l("How people can meet"), choices=offered(MODES))
    topics = Picks(_l("Topics people can choose"))


class MatchingForm(ProgrammeForm):
    """Criteria stand as `criterion_topics` and so on, each with one of four levels."""

    rules = Picks(
        _l("What must always hold"),
        choices=offered(RULES),
        description=_l(
            "Who does not meet these is never brought together. That nobody is their own mentor, "
            "and that wishes to avoid somebody count, holds always."
        ),
    )
    objective = Pick(_l("What matters most"), choices=offered(OBJECTIVES))
    floor = Choose(_l("How much must meet at least"), choices=offered(FLOORS))

    @property
    def names(self) -> set[str]:
        return {"criteria", "rules", "objective", "floor"}

    def values(self) -> dict[str, Any]:
        found = super().values()
        levels = {name: found.pop(f"criterion_{name}") for name in CRITERIA}
        chosen = {"objective": Objective(found["objective"]), "floor": float(found["floor"])}
        return found | {"criteria": levels} | chosen


class RhythmForm(ProgrammeForm):
    rhythm_days = Choose(_l("How often do the two meet?"), coerce=int, choices=offered(RHYTHMS))
    cadence_weeks = WholeField(_l("How often do we ask how it goes?"), least=2, most=6)
    answer_days = WholeField(_l("How long may people think about a proposal?"), least=1, most=60)


class ContactForm(ProgrammeForm):
    contact = AddressField(
        _l("Contact person"),
        description=_l("The e-mail address of somebody with an account here."),
    )
    stand_in = AddressField(
        _l("Stand-in"),
        required=False,
        description=_l("Whom people reach when the contact person is away."),
    )
    contact_phone = LineField(_l("Phone number of the programme"), required=False, length=40)
    emergency_phone = LineField(_l("Emergency number"), length=20)
    crisis_line = LineField(_l("Number for thoughts of suicide"), length=20)


class ConsentTextForm(ProgrammeForm):
    consent_en = TextField(_l("What people agree to, in English"))
    consent_nl = TextField(_l("What people agree to, in Dutch"))


class AdmissionForm(ProgrammeForm):
    """For each item: of whom it is asked (`vog_sides`), and how long it is valid (`vog_months`)."""

    @property
    def names(self) -> set[str]:
        return {"admission"}

    def values(self) -> dict[str, Any]:
        found = super().values()
        wanted = [
            {"item": item, "side": side, "months": found[f"{item}_months"]}
            for item in ADMISSION
            for side in found[f"{item}_sides"]
        ]
        return {"admission": wanted}
