"""The sections of a sign-up, each a form of its own."""

from typing import Any

from wtforms import BooleanField

from matcher.programmes.forms.fields import Pick, Picks, WholeField, listed, offered
from matcher.programmes.models import Meets
from matcher.programmes.models.choices import MEETS, SLOTS, STYLES
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l


class SectionForm(Form):
    """A section keeps whatever was typed; `is_enough` says whether one may go on."""

    why = LineField(
        _l("Why do you fill this in for them?"),
        description=_l("For instance: by phone, or together with a language coach."),
    )

    def values(self) -> dict[str, Any]:
        """Return what was filled in, by the name it is kept under; not what has to be mended."""
        return {
            name: field.data
            for name, field in self._fields.items()
            if name not in {"why", "csrf_token"} and not field.errors
        }

    def is_enough(self) -> bool:
        return True


class AboutForm(SectionForm):
    role = LineField(
        _l("What do you do?"),
        required=False,
        length=120,
        description=_l("Your work or study, in a few words."),
    )
    organisation = LineField(
        _l("At which organisation?"),
        required=False,
        length=120,
        description=_l("Where you work or study, or through whom you came here."),
    )
    pronouns = LineField(
        _l("How may we speak of you?"),
        required=False,
        length=40,
        description=_l("For instance: she/her."),
    )
    phone = LineField(_l("Your phone number"), required=False, length=40)

    def values(self) -> dict[str, Any]:
        found = super().values()
        if "phone" in found:
            found["phone"] = found["phone"] or None
        return found


class WordsForm(SectionForm):
    """Its pieces are added for each person: as many as were written, and never less than three."""

    goal = TextField(
        _l("What would you like to be able to do, know, or have changed?"),
        required=False,
        description=_l("This becomes your first goal. You can always change it."),
    )

    @property
    def pieces(self) -> list[Any]:
        return [field for name, field in self._fields.items() if name.startswith("piece")]

    def values(self) -> dict[str, Any]:
        found = super().values()
        if "goal" in found:
            found["goal"] = found["goal"] or ""
        written = [found.pop(piece.name, None) or "" for piece in self.pieces]
        while written and not written[-1]:
            written.pop()
        if not any(piece.errors for piece in self.pieces):
            found["statements"] = written
        return found


class TopicsForm(SectionForm):
    topics = Picks(_l("Topics"))


class PracticalForm(SectionForm):
    slots = Picks(_l("When could you meet?"), choices=listed((slot, slot) for slot in SLOTS))
    meets = Pick(_l("How would you like to meet?"), choices=offered(MEETS))
    place = LineField(
        _l("Where do you live?"),
        required=False,
        length=80,
        description=_l("Your town or village, not your address."),
    )
    languages = Picks(_l("Which languages do you speak?"))
    styles = Picks(_l("What kind of help suits you?"), choices=offered(STYLES))

    def is_enough(self) -> bool:
        if not self.slots.data:
            self.refuse(self.slots, _("Please choose at least one part of the week."))
        if "meets" in self and not self.meets.data:
            self.refuse(self.meets, _("Please choose how you would like to meet."))
        if "meets" in self and self.meets.data == Meets.IN_PERSON and not self.place.data:
            self.refuse(self.place, _("To meet in person, we need to know your town."))
        if not self.languages.data:
            self.refuse(self.languages, _("Please choose at least one language."))
        return not self.errors

    def values(self) -> dict[str, Any]:
        found = super().values()
        if "meets" in found:
            found["meets"] = Meets(found["meets"]) if found["meets"] else None
        return found


class WishesForm(SectionForm):
    places = WholeField(
        _l("How many mentees could you support at the same time?"),
        least=0,
        most=20,
        description=_l("One is a fine number. With 0, we do not look for anyone now."),
    )
    avoids_own_organisation = BooleanField(_l("Rather nobody from my own organisation"))
    note = TextField(
        _l("Is there anything else to take into account?"),
        required=False,
        description=_l("For instance somebody you would rather not be brought together with."),
    )

    def values(self) -> dict[str, Any]:
        found = super().values()
        if "note" in found:
            found["note"] = found["note"] or None
        return found
