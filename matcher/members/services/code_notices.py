"""Mails with a code to type: to sign in, and to show once more that it is oneself."""

from matcher.foundation.words import N_, sentence
from matcher.members.models import Member, Purpose
from matcher.members.services.notices import BECAUSE, NOT_YOU
from matcher.messages.letters import Letter, Link


def to_sign_in(member: Member, purpose: Purpose, token: str, code: str) -> Letter:
    """Write a link and a code. The code comes last, where a mail program's preview ends."""
    connects = purpose == Purpose.CONNECT
    first = (
        N_("You want to sign in with your account elsewhere. Show once that this mailbox is yours.")
        if connects
        else N_("Behind this link you sign in. It works once, for a quarter of an hour.")
    )
    return Letter(
        subject=sentence(N_("Connect your account") if connects else N_("Sign in to Samen Sterk")),
        paragraphs=(
            sentence(first),
            sentence(N_("Open the link in the browser in which you asked for it.")),
            sentence(
                N_("Did you ask on another device? Type this code there: %(code)s"), code=code
            ),
        ),
        after=(
            sentence(N_("Give the code to nobody. We never ask for it, also not by telephone.")),
            NOT_YOU,
        ),
        why=BECAUSE,
        name=member.name,
        button=Link(
            text=sentence(N_("Sign in")),
            endpoint="members.mailed_link",
            values={"token": token},
        ),
    )


def to_prove(member: Member, code: str) -> Letter:
    return Letter(
        subject=sentence(N_("A code to show that it is you")),
        paragraphs=(
            sentence(N_("Type this code on the page where you asked for it: %(code)s"), code=code),
            sentence(N_("It works once, for a quarter of an hour.")),
            sentence(N_("Give the code to nobody. We never ask for it, also not by telephone.")),
        ),
        after=(
            sentence(
                N_(
                    "Did you not ask for it? Then somebody may be signed in as you. Choose a new "
                    "password under “Forgot your password?”: that signs everybody out."
                )
            ),
        ),
        why=BECAUSE,
        name=member.name,
    )
