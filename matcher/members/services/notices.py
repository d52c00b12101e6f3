"""What members are written about their accounts."""

from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.messages.letters import Letter, Link

BECAUSE = sentence(N_("You get this mail because this address was filled in at Samen Sterk."))
NOT_YOU = sentence(N_("Was this not you? Then you need not do anything: nothing changes."))


def to_confirm(member: Member, token: str) -> Letter:
    return _letter(
        member,
        sentence(N_("Confirm your e-mail address")),
        sentence(
            N_(
                "Welcome. Press the button on the page behind this link, and we know that this "
                "address is yours."
            )
        ),
        NOT_YOU,
        button=_link(N_("Confirm my address"), "members.confirm_page", token),
    )


def already_here(member: Member) -> Letter:
    return _letter(
        member,
        sentence(N_("You already have an account")),
        sentence(
            N_(
                "Somebody, probably you, wants to sign up with this address. You have an account "
                "already: sign in, and you can take part in another programme with it."
            )
        ),
        NOT_YOU,
        button=Link(text=sentence(N_("Sign in")), endpoint="members.sign_in"),
    )


def to_accept(member: Member, token: str) -> Letter:
    return _letter(
        member,
        sentence(N_("Your place at Samen Sterk is waiting")),
        sentence(
            N_(
                "A coordinator has prepared a place for you. Choose a password, look over what "
                "was filled in, and change what is not right."
            )
        ),
        sentence(N_("Until you confirm, nothing of you is shown to other members.")),
        button=_link(N_("Accept the invitation"), "members.accept_invitation", token),
    )


def to_reset(member: Member, token: str) -> Letter:
    return _letter(
        member,
        sentence(N_("Choose a new password")),
        sentence(N_("Behind this link you choose a new password. It works once, for one hour.")),
        NOT_YOU,
        button=_link(N_("Choose a new password"), "members.reset", token),
    )


def password_changed(member: Member) -> Letter:
    return _letter(
        member,
        sentence(N_("Your password was changed")),
        sentence(N_("Your account has a new password, and was signed out everywhere else.")),
        sentence(N_("Was this not you? Choose a new password right away.")),
        button=Link(text=sentence(N_("Choose a new password")), endpoint="members.forgot"),
    )


def to_confirm_change(member: Member, token: str) -> Letter:
    return _letter(
        member,
        sentence(N_("Confirm your new e-mail address")),
        sentence(
            N_(
                "You want to use this address from now on. Press the button on the page behind "
                "this link."
            )
        ),
        NOT_YOU,
        button=_link(N_("Confirm my new address"), "members.confirm_page", token),
    )


def address_taken(owner: Member) -> Letter:
    return _letter(
        owner,
        sentence(N_("Somebody wants to use your e-mail address")),
        sentence(
            N_(
                "Somebody, perhaps you, wants to use this address for another account. That "
                "cannot be: it belongs to yours."
            )
        ),
        NOT_YOU,
    )


def address_changed(member: Member, new: str, token: str) -> Letter:
    return _letter(
        member,
        sentence(N_("Your e-mail address was changed")),
        sentence(
            N_(
                "From now on we write to %(address)s.",
            ),
            address=new,
        ),
        sentence(
            N_(
                "Was this not you? Behind this link you get your account back. It works for seven"
                " days."
            )
        ),
        button=_link(N_("Undo this change"), "members.revert_page", token),
    )


def factor_added(member: Member) -> Letter:
    return _letter(
        member,
        sentence(N_("Signing in now takes a second step")),
        sentence(N_("From now on we ask for a code of your app when you sign in.")),
        sentence(N_("Was this not you? Choose a new password right away, and tell us.")),
        button=Link(text=sentence(N_("Choose a new password")), endpoint="members.forgot"),
    )


def factor_ended(member: Member) -> Letter:
    return _letter(
        member,
        sentence(N_("Signing in takes no second step any more")),
        sentence(N_("Your app with codes, passkeys and recovery codes are worth nothing now.")),
        sentence(N_("Was this not you? Choose a new password right away, and tell us.")),
        button=Link(text=sentence(N_("Choose a new password")), endpoint="members.forgot"),
    )


def app_ended(member: Member) -> Letter:
    return _letter(
        member,
        sentence(N_("Your app with codes was taken away")),
        sentence(N_("Its codes are worth nothing now. Your passkeys open your account as before.")),
        sentence(N_("Was this not you? Choose a new password right away, and tell us.")),
        button=Link(text=sentence(N_("Choose a new password")), endpoint="members.forgot"),
    )


def _letter(
    member: Member, subject: Sentence, *paragraphs: Sentence, button: Link | None = None
) -> Letter:
    return Letter(
        subject=subject, paragraphs=paragraphs, why=BECAUSE, name=member.name, button=button
    )


def _link(text: str, endpoint: str, token: str) -> Link:
    return Link(text=sentence(text), endpoint=endpoint, values={"token": token})
