"""Makes the forms of a sign-up: with the programme's choices, and what somebody told before."""

from collections.abc import Callable
from datetime import date

from wtforms import BooleanField
from wtforms.validators import DataRequired

from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.programmes.forms.fields import DayField, WholeField, listed, offered, spoken
from matcher.programmes.forms.sections import (
    AboutForm,
    PracticalForm,
    SectionForm,
    TopicsForm,
    WishesForm,
    WordsForm,
)
from matcher.programmes.models import Enrolment, Meets
from matcher.programmes.models.choices import MEETS
from matcher.programmes.topics import label
from matcher.web.forms import Form, LineField, TextField
from matcher.web.words import _, _l, language

FIRST_PIECES, MOST_PIECES = 3, 8
PROMPTS = {
    Side.MENTEE: (
        (N_("What is going on?"), N_("What happened, or what you run into.")),
        (N_("What makes it hard?"), N_("So that we find someone who knows this.")),
        (N_("What helps you, and what does not?"), ""),
    ),
    Side.MENTOR: (
        (N_("What do you know well?"), N_("From your work, your study or your own life.")),
        (N_("What did you learn that you would like to pass on?"), ""),
        (N_("How do you like to work with someone?"), ""),
    ),
}
ONE_MORE = (N_("Something else"), "")


class ConsentForm(Form):
    agree = BooleanField(
        _l("Yes, I agree"),
        validators=[DataRequired(_l("We need your agreement before we can look for anyone."))],
    )
    version = WholeField("", least=1, most=1_000_000)
    why = LineField(
        _l("How did they agree?"),
        description=_l("For instance: by phone on 3 March, with the text read out."),
    )


class PauseForm(Form):
    until = DayField(
        _l("Until when?"),
        required=False,
        description=_l("Then we start looking again by ourselves. Without a day, you tell us."),
    )
    words = TextField(_l("Would you like to tell why?"), required=False, length=1000)

    def is_later(self, today: date) -> bool:
        """A pause ends on a day to come."""
        if self.until.data and self.until.data <= today:
            self.refuse(self.until, _("Please choose a day to come."))
        return not self.errors


class WithdrawForm(Form):
    words = TextField(_l("Would you like to tell why?"), required=False, length=1000)


def section_form(
    enrolment: Enrolment, section: str, *, for_another: bool, pieces: int = 0
) -> SectionForm:
    """Make the form of a section, with what was told before."""
    form = _words(enrolment, pieces) if section == "words" else FORMS[section](enrolment)
    if not for_another:
        del form.why
    elif not form.is_submitted():
        form.why.data = enrolment.entered_why  # most often the same as in the section before
    return form


def _about(enrolment: Enrolment) -> SectionForm:
    member = enrolment.member
    return AboutForm(
        role=enrolment.role,
        organisation=enrolment.organisation,
        pronouns=member.pronouns,
        phone=member.phone or "",
    )


def _words(enrolment: Enrolment, pieces: int) -> SectionForm:
    number = min(max(FIRST_PIECES, len(enrolment.statements), pieces), MOST_PIECES)
    prompts = [*PROMPTS[enrolment.side], *[ONE_MORE] * MOST_PIECES][:number]
    fields = {
        f"piece{n}": TextField(_l(title), required=False, description=_l(hint))
        for n, (title, hint) in enumerate(prompts, start=1)
    }
    kept = {f"piece{n}": text for n, text in enumerate(enrolment.statements, start=1)}
    this = type("ThisWordsForm", (WordsForm,), fields)
    form: WordsForm = this(goal=enrolment.goal, **kept)
    if enrolment.side == Side.MENTOR:
        del form.goal
    return form


def _topics(enrolment: Enrolment) -> SectionForm:
    form = TopicsForm(topics=enrolment.topics)
    keys = dict.fromkeys([*enrolment.programme.topics, *enrolment.topics])
    form.topics.choices = listed((key, label(key, language())) for key in keys)
    return form


def _practical(enrolment: Enrolment) -> SectionForm:
    meets = enrolment.meets or _only_way(enrolment)
    form = PracticalForm(
        slots=enrolment.slots,
        meets=str(meets) if meets else None,
        place=enrolment.place,
        languages=enrolment.languages,
        styles=enrolment.styles,
    )
    ways = {way: words for way, words in MEETS.items() if _is_offered(way, enrolment)}
    form.meets.choices = offered(ways)
    codes = dict.fromkeys([*enrolment.programme.languages, *enrolment.languages])
    form.languages.choices = spoken(codes)
    if enrolment.side == Side.MENTOR:
        form.styles.label.text = _l("How do you like to help?")
    return form


def _is_offered(way: Meets, enrolment: Enrolment) -> bool:
    modes = set(enrolment.programme.modes)
    return way == enrolment.meets or (
        modes == {"online", "in_person"} if way == Meets.EITHER else way in modes
    )


def _only_way(enrolment: Enrolment) -> Meets | None:
    """Where a programme meets in one way only, that is filled in beforehand."""
    modes = enrolment.programme.modes
    return Meets(modes[0]) if len(modes) == 1 else None


def _wishes(enrolment: Enrolment) -> SectionForm:
    form = WishesForm(
        places=enrolment.places,
        avoids_own_organisation=enrolment.avoids_own_organisation,
        note=enrolment.note or "",
    )
    if enrolment.side == Side.MENTEE:
        del form.places
    return form


FORMS: dict[str, Callable[[Enrolment], SectionForm]] = {
    "about": _about,
    "topics": _topics,
    "practical": _practical,
    "wishes": _wishes,
}
