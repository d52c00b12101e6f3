"""What the two people of a pairing are written."""

from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.words import N_, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing


def tell_of_beginning(db: Session, pairing: Pairing, *, now: datetime) -> None:
    """Tell both, each in their own language, that they are paired."""
    for side in Side:
        on = Occasion(kind="pairing.begun", subject_id=pairing.id)
        write_to(db, pairing.member_on(side), _you_are_paired(pairing, side), on=on, now=now)


def why(pairing: Pairing) -> Sentence:
    """Say why somebody gets a mail about their pairing."""
    contact = pairing.programme.contact.name
    return sentence(
        N_("You get this mail because you take part in mentoring. Questions? Ask %(name)s."),
        name=contact,
    )


def to_the_space(pairing: Pairing) -> Link:
    return Link(
        text=sentence(N_("To your page together")),
        endpoint="pairings.show",
        values={"pairing_id": str(pairing.id)},
    )


def _you_are_paired(pairing: Pairing, side: Side) -> Letter:
    partner = pairing.member_on(side.other).name
    return Letter(
        subject=sentence(N_("You and %(name)s are paired"), name=partner),
        name=pairing.member_on(side).name,
        paragraphs=(
            sentence(
                N_("You both said yes. From today you and %(name)s are paired."), name=partner
            ),
            sentence(
                N_(
                    "The first step is a first meeting: choose a time and a place that suit you "
                    "both. On your page together you propose one in a minute."
                )
            ),
        ),
        why=why(pairing),
        button=to_the_space(pairing),
    )
