"""Where a sign-up begins: as what, and for visitors also who they are."""

from collections.abc import Collection

from wtforms.validators import InputRequired

from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.members.forms import NewPasswordField
from matcher.programmes.forms.fields import Picks, offered
from matcher.web.forms import AddressField, Form, LineField
from matcher.web.words import _l

WAYS = {
    Side.MENTEE: N_("I am looking for a mentor"),
    Side.MENTOR: N_("I would like to be a mentor"),
}


class JoinForm(Form):
    """A member only chooses a side; a visitor makes an account on the way."""

    sides = Picks(
        _l("How would you like to take part?"),
        choices=offered(WAYS),
        description=_l("Both is possible too."),
        validators=[InputRequired(_l("Please choose at least one."))],
    )
    name = LineField(
        _l("Your name"),
        length=120,
        description=_l("The name you use; it need not be official."),
        render_kw={"autocomplete": "name"},
    )
    email = AddressField(_l("Your e-mail address"), render_kw={"autocomplete": "email"})
    password = NewPasswordField(
        description=_l("At least 12 characters. A few words in a row are easy to remember.")
    )

    def leave_out(self, taken: Collection[str]) -> None:
        """Offer only the sides on which a member is not yet; both, where they begin again."""
        left = [choice for choice in self.sides.choices if choice.value not in taken]
        if left:
            self.sides.choices = left
