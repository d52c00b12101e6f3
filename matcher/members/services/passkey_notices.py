"""What members are written when a passkey begins or ends to open their account."""

from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.notices import BECAUSE
from matcher.messages.letters import Letter, Link


def passkey_added(member: Member, name: str) -> Letter:
    return _letter(
        member,
        sentence(N_("A passkey was added to your account")),
        sentence(N_("From now on “%(name)s” opens your account, without a password."), name=name),
    )


def passkey_ended(member: Member, name: str) -> Letter:
    return _letter(
        member,
        sentence(N_("A passkey was taken away from your account")),
        sentence(N_("“%(name)s” opens your account no longer."), name=name),
    )


def _letter(member: Member, subject: Sentence, told: Sentence) -> Letter:
    not_you = sentence(N_("Was this not you? Choose a new password right away, and tell us."))
    return Letter(
        subject=subject,
        paragraphs=(told, not_you),
        why=BECAUSE,
        name=member.name,
        button=Link(text=sentence(N_("Choose a new password")), endpoint="members.forgot"),
    )
