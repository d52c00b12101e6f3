"""What the two people of a proposal fill in."""

from wtforms import HiddenField, RadioField, SelectChoice
from wtforms.validators import AnyOf, DataRequired

from matcher.foundation.words import N_
from matcher.proposals.models import Answer
from matcher.proposals.models.choices import DECLINE_REASONS
from matcher.web.forms import Form, TextField
from matcher.web.words import _l

WORDS = 2000
CHOOSE = N_("Choose yes, no, or a question first.")
SAID = (str(Answer.YES), str(Answer.NO))


class YesForm(Form):
    """The button that says yes."""

    answer = HiddenField(_l("Your answer"), validators=[AnyOf(SAID, _l(CHOOSE))])


class NoForm(Form):
    """A no has a reason, chosen from a list; words about it are free to leave out."""

    answer = HiddenField(_l("Your answer"), validators=[AnyOf(SAID, _l(CHOOSE))])
    reason = RadioField(
        _l("What is the main reason?"),
        choices=[SelectChoice(key, _l(words)) for key, words in DECLINE_REASONS.items()],
        validators=[
            DataRequired(_l("Choose the reason that comes closest.")),
            AnyOf(DECLINE_REASONS, _l("Choose the reason that comes closest.")),
        ],
        validate_choice=False,
    )
    words = TextField(_l("Would you like to say more?"), required=False, length=WORDS)


class QuestionForm(Form):
    question = TextField(_l("Your question"), length=WORDS)
