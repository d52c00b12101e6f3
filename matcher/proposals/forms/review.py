"""What coordinators fill in while they review, publish and help people answer."""

from collections.abc import Sequence

from wtforms import BooleanField, RadioField, SelectChoice
from wtforms.validators import AnyOf, DataRequired

from matcher.foundation.words import N_
from matcher.proposals.models import Answer
from matcher.proposals.models.choices import DECLINE_REASONS, REJECT_REASONS
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l

CLOSEST = N_("Choose the reason that comes closest.")
NOTE = 2000


class RejectForm(Form):
    """Why not this pair: a reason from a list, and words for colleagues."""

    reason = RadioField(
        _l("Why not?"),
        choices=[SelectChoice(key, _l(words)) for key, words in REJECT_REASONS.items()],
        validators=[DataRequired(_l(CLOSEST)), AnyOf(REJECT_REASONS, _l(CLOSEST))],
        validate_choice=False,
    )
    words = TextField(_l("More about it"), required=False, length=NOTE)


class ByHandForm(Form):
    """Two people brought together by hand. Where rules object, a reason is asked for."""

    words = TextField(_l("Why you bring them together"), required=False, length=NOTE)

    def accepted_over(self, objections: Sequence[str]) -> bool:
        if not self.accepted():
            return False
        if objections and not self.words.data:
            self.refuse(
                self.words, _("Rules object to this pair. Say why you make it all the same.")
            )
            return False
        return True


class SearchNameForm(Form):
    name = LineField(_l("Name"), length=40)


class NoteForm(Form):
    note = TextField(_l("Note"), required=False, length=NOTE)


class ReplyForm(Form):
    reply = TextField(_l("Your answer"), length=NOTE)
    pass_on = BooleanField(_l("Also send question and answer to the other side"))


class OnBehalfForm(Form):
    """An answer that somebody gave by phone, or with help: who wrote it down, and why."""

    answer = RadioField(
        _l("What did they say?"),
        choices=[
            SelectChoice(Answer.YES, _l("Yes, they would like to")),
            SelectChoice(Answer.NO, _l("No")),
        ],
        validators=[
            DataRequired(_l("Choose yes or no.")),
            AnyOf([*Answer], _l("Choose yes or no.")),
        ],
        validate_choice=False,
    )
    reason = RadioField(
        _l("If no: what is the main reason?"),
        choices=[SelectChoice(key, _l(words)) for key, words in DECLINE_REASONS.items()],
        validate_choice=False,
    )
    why = LineField(_l("How do you know?"), length=300)

    def accepted(self) -> bool:
        """A no needs its reason: the form says so beside the field."""
        if not super().accepted():
            return False
        if self.answer.data == Answer.NO and self.reason.data not in DECLINE_REASONS:
            self.refuse(self.reason, _(CLOSEST))
            return False
        return True
