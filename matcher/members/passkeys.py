"""The one doorway to `webauthn`: what browsers are asked about passkeys, and what is believed.

Importing it takes a while, so the few pages that need it do so when they are asked for.
"""

import json
from collections.abc import Sequence
from typing import Any

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url, options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from matcher.foundation.errors import RuleBroken
from matcher.members.keys import NOT_BELIEVED, Known, Made, Shown, Site

NAME = "Samen Sterk"
PATIENCE = 120_000  # milliseconds that a browser waits for somebody to show their passkey
LARGEST = 20_000  # letters of an answer; real ones have about a thousand


def to_make(
    site: Site, *, owner: bytes, name: str, challenge: str, known: Sequence[Known]
) -> dict[str, Any]:
    """Return what a browser is asked in order to make a passkey for somebody."""
    # Found without a name being typed first, and only after its owner showed the device who it is.
    wanted = AuthenticatorSelectionCriteria(
        resident_key=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    options = generate_registration_options(
        rp_id=site.host,
        rp_name=NAME,
        user_id=owner,
        user_name=name,
        challenge=base64url_to_bytes(challenge),
        timeout=PATIENCE,
        authenticator_selection=wanted,
        exclude_credentials=_described(known),
    )
    return options_to_json_dict(options)


def to_show(site: Site, *, challenge: str, known: Sequence[Known] = ()) -> dict[str, Any]:
    """Return what a browser is asked in order to show a passkey; without `known`, any for here."""
    options = generate_authentication_options(
        rp_id=site.host,
        challenge=base64url_to_bytes(challenge),
        timeout=PATIENCE,
        allow_credentials=_described(known) or None,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options)


def made(site: Site, answer: str, *, challenge: str) -> Made:
    """Return the passkey that was just made, if this is how it must look."""
    told = _read(answer)
    try:
        found = verify_registration_response(
            credential=told,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except Exception as error:  # whatever a stranger's bytes do to a parser, they are no answer
        raise RuleBroken(NOT_BELIEVED) from error
    return Made(
        credential=bytes_to_base64url(found.credential_id),
        public_key=bytes_to_base64url(found.credential_public_key),
        times_used=found.sign_count,
        reached_by=_ways(told),
    )


def shown(answer: str) -> Shown:
    """Read which passkey is said to be shown, and whose it is said to be."""
    told = _read(answer)
    try:
        owner = base64url_to_bytes(told["response"]["userHandle"] or "")
        return Shown(credential=str(told["id"]), owner=owner, answer=told)
    except Exception as error:  # likewise
        raise RuleBroken(NOT_BELIEVED) from error


def believe(site: Site, shown: Shown, *, challenge: str, public_key: str, times_used: int) -> int:
    """Return how often the device was used, if it holds the other half of this very passkey.

    The count must have grown where a device counts: one that stands still or goes back comes
    from a copy.
    """
    try:
        found = verify_authentication_response(
            credential=shown.answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=base64url_to_bytes(public_key),
            credential_current_sign_count=times_used,
            require_user_verification=True,
        )
    except Exception as error:  # likewise
        raise RuleBroken(NOT_BELIEVED) from error
    return found.new_sign_count


def _read(answer: str) -> dict[str, Any]:
    try:
        told = json.loads(answer) if len(answer) <= LARGEST else None
    except (ValueError, RecursionError) as error:
        raise RuleBroken(NOT_BELIEVED) from error
    if not isinstance(told, dict):
        raise RuleBroken(NOT_BELIEVED)
    return told


def _ways(told: dict[str, Any]) -> tuple[str, ...]:
    named = told["response"].get("transports")
    known = {str(each.value) for each in AuthenticatorTransport}
    return tuple(sorted(known & set(map(str, named)))) if isinstance(named, list) else ()


def _described(known: Sequence[Known]) -> list[Any]:
    return [
        PublicKeyCredentialDescriptor(
            id=base64url_to_bytes(each.credential),
            transports=[AuthenticatorTransport(way) for way in each.reached_by],
        )
        for each in known
    ]
