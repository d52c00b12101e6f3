"""Passwords, as they are typed: one that is to be checked, and one to keep."""

from collections.abc import Iterable
from typing import Any

from wtforms import Field, PasswordField
from wtforms.validators import DataRequired, ValidationError

from matcher.foundation.text import NotText, clean_line
from matcher.members.guessable import LONGEST, weakness
from matcher.web.forms import Form
from matcher.web.words import _, _l, said


class KnownPasswordField(PasswordField):  # type: ignore[misc]  # untyped base
    """A password that is to be checked: whatever was typed, as long as it is no book."""

    def __init__(self, label: str, **rest: Any) -> None:
        checks = [DataRequired(_l("Please fill this in.")), _not_too_long]
        kept = {"autocomplete": "current-password", "maxlength": LONGEST}
        super().__init__(label, validators=checks, render_kw=kept, **rest)


class NewPasswordField(PasswordField):  # type: ignore[misc]  # untyped base
    """A password to keep. The form's `name` and `email`, and `about`, may not be most of it."""

    def __init__(self, label: str = "", **rest: Any) -> None:
        checks = [DataRequired(_l("Please fill this in.")), _strong]
        kept = {"autocomplete": "new-password"}
        super().__init__(
            label or _l("Choose a password"), validators=checks, render_kw=kept, **rest
        )
        self.about: Iterable[str] = ()


def _not_too_long(_form: Form, field: Field) -> None:
    if len(field.data or "") > LONGEST:
        raise ValidationError(_("Please keep this under %(max)d characters.", max=LONGEST))


def _strong(form: Form, field: Field) -> None:
    try:
        clean_line(field.data)
    except NotText as refused:
        raise ValidationError(said(refused.sentence)) from refused
    others = (getattr(form, each, None) for each in ("name", "email"))
    known = [each.data for each in others if isinstance(each, Field) and each.data]
    if weak := weakness(field.data, about=[*known, *field.about]):
        raise ValidationError(said(weak))
