"""Which ways of signing in this installation offers beside the password."""

from flask import current_app, render_template

from matcher.foundation.errors import RuleBroken
from matcher.members.forms import SignInForm
from matcher.members.keys import Site, site_of
from matcher.members.models import Member
from matcher.members.provider import Client, Provider
from matcher.members.queries import find_identity_of
from matcher.members.views import Elsewhere, Ways
from matcher.web.session import reading
from matcher.web.words import said

PROVIDER = "provider"  # the level of a sign-in that came from there


def offers_mail() -> bool:
    """Tell whether people may sign in by a link that is mailed to them."""
    return bool(current_app.config["SETTINGS"].SIGN_IN_BY_MAIL)


def provider() -> Provider | None:
    """Return the provider of single sign-on, with what it said of itself lately."""
    settings = current_app.config["SETTINGS"]
    if not settings.OIDC_ISSUER:
        return None
    client = Client(
        issuer=settings.OIDC_ISSUER,
        client_id=settings.OIDC_CLIENT_ID,
        secret=settings.oidc_secret,
        back=f"{settings.BASE_URL.rstrip('/')}/sign-in/provider/back",
        address_claim=settings.OIDC_ADDRESS_CLAIM,
    )
    kept = current_app.extensions.get("provider")
    if not isinstance(kept, Provider) or kept.client != client:
        kept = current_app.extensions["provider"] = Provider(client)
    return kept


def provider_name() -> str:
    """Say what the provider is called; empty where there is none."""
    settings = current_app.config["SETTINGS"]
    return str(settings.OIDC_NAME or settings.OIDC_ISSUER)


def site() -> Site | None:
    """Return for which site passkeys are made; none where they are not offered."""
    return site_of(current_app.config["SETTINGS"].BASE_URL)


def ways() -> Ways:
    return Ways(by_mail=offers_mail(), by_passkey=site() is not None, provider=provider_name())


def elsewhere_of(member: Member) -> Elsewhere:
    """Say whether a member's account is connected to one at the provider."""
    name = provider_name()
    issuer = current_app.config["SETTINGS"].OIDC_ISSUER
    found = find_identity_of(reading(), member, issuer) if name else None
    return Elsewhere(name=name, is_connected=found is not None)


def sign_in_refused(refused: RuleBroken, *, onward: str = "") -> str:
    """Show the page of all ways in, with why one of them did not work."""
    form = SignInForm(None, next=onward)
    form.form_errors.append(said(refused.sentence))
    return sign_in_page(form)


def sign_in_page(form: SignInForm) -> str:
    """Show the page of all ways in."""
    return render_template("members/sign_in.html", form=form, ways=ways())
