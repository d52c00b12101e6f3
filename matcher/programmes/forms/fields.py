"""Fields for closed lists, whole numbers and days, which say in a sentence what to mend."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wtforms import (
    DateField,
    Field,
    Form,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    widgets,
)
from wtforms.validators import InputRequired, Optional, ValidationError

from matcher.web.words import _, _l, language_name

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 1, 1)


def offered(labels: Mapping[Any, str]) -> list[SelectChoice]:
    """Make the choices of a field from a closed list."""
    return [SelectChoice(str(key), _l(label)) for key, label in labels.items()]


def spoken(codes: Iterable[str]) -> list[SelectChoice]:
    """Offer languages by their names in the reader's language, in the order given."""
    return [SelectChoice(code, language_name(code)) for code in codes]


def listed(labels: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """Offer what has been said in the reader's language already."""
    return [SelectChoice(value, words) for value, words in labels]


class Pick(RadioField):  # type: ignore[misc]  # untyped base
    """One of a few, all in sight; none, as long as nobody chose."""

    def pre_validate(self, _form: Form) -> None:
        _refuse_others(self, [] if self.data is None else [self.data])


class Choose(SelectField):  # type: ignore[misc]  # untyped base
    """One of a list that opens. What was not sent, is the first of it."""

    def __init__(self, label: str = "", **rest: Any) -> None:
        super().__init__(label, **{"default": "", **rest})

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = valuelist[0] if valuelist else self.default

    def pre_validate(self, _form: Form) -> None:
        _refuse_others(self, [self.data])
        self.data = self.coerce(self.data)


class Picks(SelectMultipleField):  # type: ignore[misc]  # untyped base
    """Any of a list, as checkboxes."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()

    def pre_validate(self, _form: Form) -> None:
        _refuse_others(self, self.data or [])


class WholeField(IntegerField):  # type: ignore[misc]  # untyped base
    """A whole number between two others."""

    def __init__(
        self, label: str = "", *, least: int, most: int, required: bool = True, **rest: Any
    ) -> None:
        first = InputRequired(_l("Please fill this in.")) if required else Optional()
        self.least, self.most = least, most
        super().__init__(label, validators=[first], render_kw={"min": least, "max": most}, **rest)

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        typed, self.data = valuelist[0].strip(), None
        if not typed:
            return
        small = len(typed) <= len(str(self.most))
        self.data = int(typed) if small and typed.isascii() and typed.isdigit() else None
        if self.data is None or not self.least <= self.data <= self.most:
            raise ValueError(
                _(
                    "Please write a whole number from %(least)d to %(most)d.",
                    least=self.least,
                    most=self.most,
                )
            )


class DayField(DateField):  # type: ignore[misc]  # untyped base
    """A day of this century."""

    def __init__(self, label: str = "", *, required: bool = True, **rest: Any) -> None:
        first = InputRequired(_l("Please fill this in.")) if required else Optional()
        super().__init__(label, validators=[first], **rest)

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = _day(typed)
        if typed and self.data is None:
            raise ValueError(_("Please write a day like this: 2027-03-31."))


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def _refuse_others(field: Field, values: Iterable[Any]) -> None:
    known = {str(choice.value) for choice in field.choices}
    if not {str(value) for value in values} <= known:
        raise ValidationError(_("Please choose from the list."))


def _values(field: Field) -> set[str]:
    return {str(choice.value) for choice in field.choices or ()}
