"""The doorway to WTForms, which ships no types, and the fields that take text from people."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import EmailField, Field, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from matcher.foundation.text import NotText, clean, clean_line
from matcher.web.words import _, _l, language, said

LINE = 200
TEXT = 5000
# What stands in place of bytes that are no letters, such as half of a pair.
LOST = "\N{REPLACEMENT CHARACTER}"


class _Meta:
    """WTForms' own sentences come from our catalogue, like all others."""

    def get_translations(self, _form: object) -> "_Translations":
        return _Translations()


class _Translations:
    def gettext(self, text: str) -> str:
        return _(text)

    def ngettext(self, one: str, many: str, num: int) -> str:
        return _(one if num == 1 else many)


class Form(FlaskForm):  # type: ignore[misc]  # FlaskForm is untyped
    """Base for every form. What was typed stays typed, whatever was wrong with it."""

    class Meta(_Meta, FlaskForm.Meta):  # type: ignore[misc]  # likewise
        @property
        def locales(self) -> list[str]:
            return [str(language())]

    def accepted(self) -> bool:
        """Tell whether a valid form has just been sent."""
        return bool(self.validate_on_submit())

    @property
    def status(self) -> int:
        """The response status for showing this form again."""
        return 422 if self.is_submitted() else 200

    def refuse(self, field: Field, sentence: object) -> None:
        """Show a broken rule beside the field that it is about."""
        field.errors = [*field.errors, said(sentence)]  # type: ignore[arg-type]  # str or Sentence


def _wanted(required: bool, length: int) -> list[Any]:  # noqa: FBT001  # private, named at each call
    first = DataRequired(_l("Please fill this in.")) if required else Optional()
    return [first, Length(max=length, message=_l("Please keep this under %(max)d characters."))]


class _Cleaned:
    """Takes text in its normal form, and says so when it holds what is no text."""

    clean = staticmethod(clean)
    data: str | None

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.data = valuelist[0]
        if LOST in valuelist[0]:
            raise ValueError(_("Some letters were lost on their way. Please type it again."))
        try:
            self.data = type(self).clean(valuelist[0])
        except NotText as refused:
            self.data = "".join(each for each in valuelist[0] if each.isprintable())
            raise ValueError(said(refused.sentence)) from refused


class LineField(_Cleaned, StringField):  # type: ignore[misc]  # untyped base
    """One line of text."""

    clean = staticmethod(clean_line)

    def __init__(
        self, label: str = "", *, required: bool = True, length: int = LINE, **rest: Any
    ) -> None:
        checks = [*_wanted(required, length), *rest.pop("validators", [])]
        super().__init__(label, validators=checks, **rest)


class TextField(_Cleaned, TextAreaField):  # type: ignore[misc]  # untyped base
    """Text of several lines."""

    def __init__(
        self, label: str = "", *, required: bool = True, length: int = TEXT, **rest: Any
    ) -> None:
        checks = [*_wanted(required, length), *rest.pop("validators", [])]
        super().__init__(label, validators=checks, **rest)


class AddressField(_Cleaned, EmailField):  # type: ignore[misc]  # untyped base
    """An e-mail address."""

    clean = staticmethod(clean_line)

    def __init__(self, label: str = "", *, required: bool = True, **rest: Any) -> None:
        checks = [*_wanted(required, 254), *rest.pop("validators", []), _looks_like_an_address]
        super().__init__(label, validators=checks, **rest)


def _looks_like_an_address(_form: Form, field: Field) -> None:
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415  # slow to import

    if not field.data:
        return
    try:
        validate_email(field.data, check_deliverability=False, test_environment=True)
    except EmailNotValidError as refused:
        raise ValidationError(
            _("This does not look like an e-mail address. An example: name@example.org")
        ) from refused
