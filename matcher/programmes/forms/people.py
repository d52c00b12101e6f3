"""What coordinators fill in about people."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import BooleanField, SelectChoice

from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.programmes.forms.fields import Choose, DayField, Pick, listed, offered, spoken
from matcher.programmes.models import Programme
from matcher.programmes.models.choices import SIDES
from matcher.programmes.services.states import LABELS
from matcher.programmes.topics import label
from matcher.web.forms import AddressField, Form, LineField, TextField
from matcher.web.words import _, _l, language

TONGUES = {Language.NL: N_("Dutch"), Language.EN: N_("English")}


class SearchForm(Form):
    """Sent by GET: an address that can be kept. What is not known, is not asked for."""

    class Meta(Form.Meta):
        csrf = False

    text = LineField(_l("Name, address or organisation"), required=False, length=100)
    side = Choose(_l("As"), choices=[SelectChoice("", _l("Everyone")), *offered(SIDES)])
    state = Choose(_l("State"), choices=[SelectChoice("", _l("Any")), *offered(LABELS)])
    language = Choose(_l("Speaks"))
    topic = Choose(_l("Topic"))
    returned = BooleanField(_l("Only whose mail comes back"))
    incomplete = BooleanField(_l("Only who has something to fill in"))


class OnBehalfForm(Form):
    """Somebody whom a coordinator signs up."""

    side = Pick(_l("They take part as"), choices=offered(SIDES), default=str(Side.MENTEE))
    name = LineField(_l("Their name"))
    email = AddressField(
        _l("Their e-mail address"),
        required=False,
        description=_l("Without one, you answer on their behalf: by phone, for instance."),
    )
    phone = LineField(_l("Their phone number"), required=False, length=40)
    language = Pick(
        _l("In which language do we write to them?"),
        choices=offered(TONGUES),
        default=str(Language.NL),
    )
    why = LineField(
        _l("Why do you fill this in for them?"),
        description=_l("For instance: by phone, or together with a language coach."),
    )


class ShownForm(Form):
    """An item of the admission list that somebody has shown."""

    done_on = DayField(_l("Shown on"))
    expires_on = DayField(
        _l("Valid until"),
        required=False,
        description=_l("Empty: as long as the programme says."),
    )

    def makes_sense(self, today: date) -> bool:
        """Nobody has shown what is still to come, and nothing ends before it was shown."""
        shown, ends = self.done_on.data, self.expires_on.data
        if shown and shown > today:
            self.refuse(self.done_on, _("Please choose today or a day before."))
        if shown and ends and ends <= shown:
            self.refuse(self.expires_on, _("Please choose a day after it was shown."))
        return not self.errors


class GroundForm(Form):
    ground = LineField(
        _l("On which ground may they be in a run already?"),
        description=_l("For instance: said yes by phone on 3 March."),
    )


class NoteForm(Form):
    note = TextField(_l("To take into account"), required=False, length=2000)


def search_form(programme: Programme, asked: Any) -> SearchForm:
    """Make the form above the list. `asked`: what stands in the page's address."""
    return _offering(SearchForm(asked), programme.topics, programme.languages)


def blank_search(topics: Sequence[str], languages: Sequence[str]) -> SearchForm:
    """Make the form of a programme with these while nothing is asked."""
    return _offering(SearchForm(None), topics, languages)


def _offering(form: SearchForm, topics: Sequence[str], languages: Sequence[str]) -> SearchForm:
    form.text.flags.optional = False  # whoever searches knows that nothing has to be filled in
    anything = [SelectChoice("", _l("Any"))]
    form.language.choices = [*anything, *spoken(languages)]
    names = [(key, label(key, language())) for key in topics]
    form.topic.choices = [*anything, *listed(sorted(names, key=lambda each: each[1]))]
    return form
