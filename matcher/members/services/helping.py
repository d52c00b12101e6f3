"""What an administrator does for somebody whose phone is gone, or whose account others were in.

Both deeds are written down with a reason, and told to the person by mail.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.members.queries import has_second_factor
from matcher.members.reasons import BECAUSE
from matcher.members.services.factors import drop_factors
from matcher.members.services.letters import write_to
from matcher.members.services.signing_in import end_every_sign_in
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion


def end_sign_ins_of(db: Session, member: Member, *, reason: str, by: Member, now: datetime) -> None:
    """Sign somebody out everywhere, and tell them."""
    end_every_sign_in(member)
    note(db, "member.sign_ins_ended", member, by=by, at=now, reason=reason)
    letter = _letter(
        member,
        sentence(N_("You were signed out everywhere")),
        sentence(
            N_(
                "Somebody who looks after this installation signed you out everywhere, because "
                "%(reason)s."
            ),
            reason=sentence(BECAUSE[reason]),
        ),
        sentence(N_("Sign in again when you like: your password is as it was.")),
        button=Link(text=sentence(N_("Sign in")), endpoint="members.sign_in"),
    )
    _tell(db, member, letter, "signed_out", now=now)


def reset_second_step(  # noqa: PLR0913  # whose, why, how sure, by whom, when: this deed has these
    db: Session, member: Member, *, reason: str, made_sure: str, by: Member, now: datetime
) -> None:
    """Take all that somebody shows beside their password away, and sign them out everywhere."""
    if not has_second_factor(db, member):
        raise RuleBroken(N_("They have no second step, so there is nothing to take away."))
    drop_factors(db, member)
    end_every_sign_in(member)
    note(db, "factor.reset", member, by=by, at=now, reason=reason, kind=made_sure)
    letter = _letter(
        member,
        sentence(N_("Your second step was taken away")),
        sentence(
            N_(
                "Somebody who looks after this installation took your second step away, because "
                "%(reason)s."
            ),
            reason=sentence(BECAUSE[reason]),
        ),
        sentence(N_("Your app, passkeys and recovery codes are worth nothing now.")),
        sentence(N_("Sign in with your password, and set up a new second step.")),
        sentence(N_("Was this not you? Choose a new password right away, and tell us.")),
        button=Link(text=sentence(N_("Choose a new password")), endpoint="members.forgot"),
    )
    _tell(db, member, letter, "reset", now=now)


def _letter(member: Member, subject: Sentence, *paragraphs: Sentence, button: Link) -> Letter:
    return Letter(
        subject=subject,
        paragraphs=paragraphs,
        why=sentence(N_("You get this mail because it keeps your account safe.")),
        name=member.name,
        button=button,
    )


def _tell(db: Session, member: Member, letter: Letter, what: str, *, now: datetime) -> None:
    on = Occasion(kind="member.helped", subject_id=member.id, period=f"{what}{now:%s%f}")
    write_to(db, member, letter, on=on, now=now)
