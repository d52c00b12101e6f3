"""What people fill in while they finish."""

from typing import Any

from wtforms import BooleanField, Field, SelectChoice
from wtforms.validators import InputRequired, ValidationError

from matcher.foundation.words import N_
from matcher.pairings.models.closing import Wish
from matcher.pairings.services.closing import Why, Words
from matcher.pairings.services.farewells import Afterwards, Takeaway
from matcher.programmes.forms.fields import DayField, Pick
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l

PART = 1000
IN_TOUCH = {"yes": N_("Yes, gladly"), "no": N_("No, this is a good moment to stop")}
WISHES = {
    Wish.KEEP: N_("Keep it for me until a day that I choose"),
    Wish.DELETE: N_("Delete it a week after we have finished"),
}


class EndDayForm(Form):
    ends_on = DayField(_l("On which day do you finish?"))
    why = TextField(_l("Why another day than planned?"), required=False, length=PART)
    coordinator_tells = BooleanField(_l("I would rather let the coordinator tell it"))

    def reason(self) -> Why:
        return Why(self.why.data or "", bool(self.coordinator_tells.data))


class WordsForm(Form):
    moment = TextField(_l("One moment that stays with you"), length=PART)
    strength = TextField(_l("One strength that you see in the other"), length=PART)
    advice = TextField(_l("One piece of advice for what comes"), length=PART)

    def words(self) -> Words:
        return Words(self.moment.data or "", self.strength.data or "", self.advice.data or "")


class TakeawayForm(Form):
    can_do = TextField(_l("What I can do now"), required=False)
    goal = TextField(_l("My next goal"), required=False)
    people = TextField(_l("People around me"), required=False)
    places = TextField(_l("Where I find help"), required=False)

    def takeaway(self) -> Takeaway:
        texts = (each.data or "" for each in (self.can_do, self.goal, self.people, self.places))
        return Takeaway(*texts)


class AfterwardsForm(Form):
    in_touch = Pick(
        _l("Would you like to stay in touch?"),
        choices=[SelectChoice(code, _l(words)) for code, words in IN_TOUCH.items()],
        validators=[InputRequired(_l("Please choose one."))],
    )
    how = LineField(_l("How?"), required=False)
    wish = Pick(
        _l("What happens to what you wrote here?"),
        choices=[SelectChoice(str(code), _l(words)) for code, words in WISHES.items()],
        validators=[InputRequired(_l("Please choose one."))],
    )
    keep_until = DayField(_l("Until which day?"), required=False)

    def validate_keep_until(self, field: Field) -> None:
        if self.wish.data == Wish.KEEP and not field.data:
            raise ValidationError(_("Choose a day within a year after the end."))

    def chosen(self) -> Afterwards:
        how: Any = self.how.data or ""
        wish = Wish(self.wish.data)
        return Afterwards(self.in_touch.data == "yes", how, wish, self.keep_until.data)
