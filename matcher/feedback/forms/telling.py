"""Telling a concern, reading it, and saying what came of it."""

from collections.abc import Sequence

from wtforms import RadioField, SelectChoice
from wtforms.validators import InputRequired

from matcher.feedback.views.concerns import ABOUT, WayIn
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l

CHOOSE = [InputRequired(_l("Please choose one."))]
YES_OR_NO = [
    SelectChoice("yes", _l("Yes, it was useful")),
    SelectChoice("no", _l("No, it was not needed")),
]


class ConcernForm(Form):
    way = RadioField(_l("In which programme?"), validators=CHOOSE)
    about = RadioField(
        _l("What is it about?"),
        choices=[SelectChoice(each.value, _l(text)) for each, text in ABOUT.items()],
        validators=CHOOSE,
    )
    text = TextField(
        _l("What is going on?"), description=_l("A few words are enough. You need no proof.")
    )
    reach_by = LineField(
        _l("How can we reach you best?"),
        required=False,
        description=_l("For example: call after six, or only by mail."),
    )


class ReasonForm(Form):
    reason = LineField(
        _l("Why do you open this now?"),
        description=_l("We keep your reason and the time. Whoever told you this can see both."),
    )


class OutcomeForm(Form):
    outcome = TextField(
        _l("What did you do?"),
        description=_l("Only you can read this. Draft any message to the other side together."),
    )
    told = TextField(
        _l("What do you tell the person who spoke up?"),
        description=_l("This goes to them by mail. Leave out what was said in confidence."),
    )


class SettleForm(Form):
    was_useful = RadioField(_l("Was this signal useful?"), choices=YES_OR_NO, validators=CHOOSE)
    told = TextField(
        _l("What came of it?"),
        description=_l("Two lines are enough. Leave out what was said in confidence."),
    )


def concern_form(ways: Sequence[WayIn]) -> ConcernForm:
    """Make the form, with a choice of place only where there are several."""
    form = ConcernForm()
    form.way.choices = [SelectChoice(each.key, _place(each)) for each in ways]
    if len(ways) == 1 and not form.way.data:
        form.way.data = ways[0].key
        form.way.raw_data = [ways[0].key]
    return form


def _place(way: WayIn) -> str:
    if not way.partner:
        return way.programme
    return _("You and %(name)s, %(programme)s", name=way.partner, programme=way.programme)
