"""What somebody writes about how they are, and what is answered to it."""

from wtforms import RadioField, SelectChoice
from wtforms.validators import Optional

from matcher.foundation.words import N_
from matcher.guidance.feelings import FEELINGS, MOODS
from matcher.pairings.forms.support import chosen
from matcher.pairings.models import ReplyKind
from matcher.pairings.services.entries import Reach, Said
from matcher.programmes.forms.fields import Pick, Picks, offered
from matcher.web.forms import Form, TextField
from matcher.web.words import _l

LENGTH = 2000
WITH = {
    "nobody": N_("Nobody: it is only mine"),
    "mentor": N_("My mentor"),
    "coordinator": N_("The coordinator"),
    "both": N_("My mentor and the coordinator"),
}
FIRST_REPLIES = {
    ReplyKind.THANKS: N_("Thank you for telling me"),
    ReplyKind.MORE: N_("I would like to hear more"),
    ReplyKind.TALK: N_("Shall we talk about it?"),
}


def reach_of(chosen: str | None) -> Reach:
    return Reach(mentor=chosen in {"mentor", "both"}, coordinator=chosen in {"coordinator", "both"})


class EntryForm(Form):
    mood = RadioField(
        _l("How are you?"),
        description=_l("You may skip this."),
        choices=[SelectChoice(str(number), _l(words)) for number, words in MOODS.items()],
        validators=[Optional()],
    )
    words = Picks(_l("Which words fit?"), choices=offered(FEELINGS), validators=[Optional()])
    text = TextField(_l("Would you like to say more?"), required=False, length=LENGTH)
    share = Pick(_l("Who may read this?"), choices=offered(WITH), default="nobody")

    def said(self) -> Said:
        return Said(
            mood=int(self.mood.data) if self.mood.data else None,
            words=tuple(self.words.data or ()),
            text=self.text.data or "",
        )


class ShareForm(Form):
    share = Pick(_l("Who may read this?"), choices=offered(WITH), validators=[chosen()])


class FirstReplyForm(Form):
    kind = Pick(_l("What do you answer?"), choices=offered(FIRST_REPLIES), validators=[chosen()])


class ReplyForm(Form):
    text = TextField(_l("Your words"), length=LENGTH)
