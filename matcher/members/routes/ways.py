"""Which ways of signing in this installation offers beside the password."""

from flask import current_app, render_template

from matcher.members.forms import SignInForm
from matcher.members.views import Ways


def offers_mail() -> bool:
    """Tell whether people may sign in by a link that is mailed to them."""
    return bool(current_app.config["SETTINGS"].SIGN_IN_BY_MAIL)


def ways() -> Ways:
    return Ways(by_mail=offers_mail())


def sign_in_page(form: SignInForm) -> str:
    """Show the page of all ways in."""
    return render_template("members/sign_in.html", form=form, ways=ways())
