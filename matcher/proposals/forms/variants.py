"""Criteria, rules, objective and floor, to be tried: the same fields as the programme's own."""

from matcher.programmes.forms.programmes import matching_form
from matcher.programmes.forms.settings import MatchingForm
from matcher.programmes.models import Programme
from matcher.proposals.models import Variant
from matcher.proposals.services.settings import ChosenHere
from matcher.web.forms import Form, LineField
from matcher.web.words import _, _l

NAME = 60


class NameForm(Form):
    name = LineField(_l("Name"), required=False, length=NAME)


def settings_form(programme: Programme, variant: Variant | None) -> MatchingForm:
    """Make the form with what is in use, or with what was tried before."""
    return matching_form(ChosenHere(**variant.settings) if variant else programme)


def is_enough(form: MatchingForm) -> bool:
    """Whether anything counts at all."""
    if any(level != "off" for level in form.values()["criteria"].values()):
        return True
    form.refuse(form.floor, _("Something has to count: give at least one criterion a level."))
    return False
