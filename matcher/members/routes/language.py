"""Choosing the language one reads in."""

from flask import current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from matcher.foundation.words import Language
from matcher.members.login import current_member
from matcher.members.routes.rooms import blueprint
from matcher.web.destinations import own_page
from matcher.web.policy import anyone
from matcher.web.session import reading, writing
from matcher.web.words import COOKIE

A_YEAR = 365 * 24 * 60 * 60


@blueprint.post("/language")
@anyone
def choose_language() -> ResponseReturnValue:
    """Keep the language: with a member's account, and in the browser for when they are away."""
    language = Language.of(request.form.get("language"))
    if current_member(reading()):
        with writing() as db:
            member = current_member(db)
            if member:
                member.language = language

    response = redirect(own_page(request.form.get("next"), url_for("home.start")))
    response.set_cookie(
        COOKIE,
        language,
        max_age=A_YEAR,
        secure=current_app.config["HTTPS"],
        httponly=True,
        samesite="Lax",
    )
    return response
