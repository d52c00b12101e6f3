"""What the two people of a proposal are written."""

from dataclasses import replace
from datetime import date, datetime

from babel.dates import format_date
from sqlalchemy.orm import Session

from matcher.foundation.words import N_, Language, Sentence, sentence
from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.models import Guarantee
from matcher.messages.services import Occasion
from matcher.proposals.models import Proposal
from matcher.proposals.wording import Wording

LOCALES = {Language.EN: "en_GB", Language.NL: "nl_NL"}
FOUND = {
    Side.MENTEE: N_("We found a mentor who may suit you"),
    Side.MENTOR: N_("We found a mentee who may suit you"),
}
MEET = {
    Side.MENTEE: N_(
        "We think that %(name)s could be a good mentor for you. Read on the page what %(name)s "
        "wrote, and why we thought of the two of you."
    ),
    Side.MENTOR: N_(
        "We think that you could be a good mentor for %(name)s. Read on the page what %(name)s "
        "wrote, and why we thought of the two of you."
    ),
}
BY = N_(
    "Would you tell us by %(day)s whether you would like to get to know each other? Yes, no, or "
    "a question first: all three are good answers."
)
NOTHING_YET = N_("Nothing happens until you press a button on that page.")
REMINDED = N_("There is a proposal waiting for you")
STILL = N_(
    "Earlier we wrote to you about %(name)s. You can still answer, until %(day)s. "
    "Are you in doubt? Ask a question first, on the same page."
)
ENDED = N_(
    "The proposal for you and %(name)s does not go on. That can have many reasons, and it says "
    "nothing about you. We look further for someone who suits you; you need not do anything."
)


def spoken(day: date, language: Language) -> str:
    """Say a day in somebody's language: Thursday 12 March."""
    return format_date(day, "EEEE d MMMM", locale=LOCALES[language])


def offer_letter(
    proposal: Proposal, side: Side, answer_by: date, own: Wording | None = None
) -> Letter:
    """The first mail. Of the other it tells the name; the rest is behind the sign-in."""
    me, partner = names(proposal, side)
    day = spoken(answer_by, me.language)
    letter = Letter(
        subject=sentence(FOUND[side]),
        name=me.name,
        paragraphs=(
            sentence(MEET[side], name=partner.name),
            sentence(BY, day=day),
            sentence(NOTHING_YET),
        ),
        why=why(proposal),
        button=to_the_page(proposal, N_("Read about %(name)s"), partner),
    )
    return _in_own_words(letter, own, proposal, side, day)


def reminder_letter(proposal: Proposal, side: Side, own: Wording | None = None) -> Letter:
    me, partner = names(proposal, side)
    day = spoken(proposal.answer_by or proposal.created_at.date(), me.language)
    letter = Letter(
        subject=sentence(REMINDED),
        name=me.name,
        paragraphs=(sentence(STILL, name=partner.name, day=day),),
        why=why(proposal),
        button=to_the_page(proposal, N_("Read about %(name)s"), partner),
    )
    return _in_own_words(letter, own, proposal, side, day)


def _in_own_words(
    letter: Letter, own: Wording | None, proposal: Proposal, side: Side, day: str
) -> Letter:
    """Say it as the programme says it, where it has words of its own. The last line stays ours."""
    if own is None:
        return letter
    (me, partner), programme = names(proposal, side), proposal.programme
    values = {
        "partner": partner.name,
        "day": day,
        "programme": programme.name(me.language),
        "contact": programme.contact.name,
    }
    return replace(
        letter,
        subject=own.heading(values),
        paragraphs=(*own.paragraphs(values), sentence(NOTHING_YET)),
    )


def ended_letter(proposal: Proposal, side: Side) -> Letter:
    """One letter for every way in which a proposal ends: nobody learns who said what."""
    me, partner = names(proposal, side)
    return Letter(
        subject=sentence(N_("We look further for you")),
        name=me.name,
        paragraphs=(sentence(ENDED, name=partner.name),),
        why=why(proposal),
    )


def expired_letter(proposal: Proposal, side: Side) -> Letter:
    """To who did not answer in time."""
    me, partner = names(proposal, side)
    return Letter(
        subject=sentence(N_("The time to answer is over")),
        name=me.name,
        paragraphs=(
            sentence(
                N_(
                    "We did not hear from you about %(name)s, so this proposal has ended. Nothing "
                    "is lost: you stay on our list. Do you want to stop or pause? You can do so "
                    "on your own page, or tell %(contact)s."
                ),
                name=partner.name,
                contact=proposal.programme.contact.name,
            ),
        ),
        why=why(proposal),
    )


def why(proposal: Proposal) -> Sentence:
    """Say why somebody gets a mail about a proposal."""
    return sentence(
        N_("You get this mail because you signed up for mentoring. Questions? Ask %(name)s."),
        name=proposal.programme.contact.name,
    )


def to_the_page(proposal: Proposal, text: str, partner: Member) -> Link:
    return Link(
        text=sentence(text, name=partner.name),
        endpoint="proposals.show",
        values={"proposal_id": str(proposal.id)},
    )


def tell(  # noqa: PLR0913  # who is told what, of what kind, about which proposal, when
    db: Session, proposal: Proposal, side: Side, letter: Letter, *, kind: str, now: datetime
) -> None:
    """Put a letter in the outbox; a proposal leads to one of a kind for each person."""
    guarantee = Guarantee.AT_MOST_ONCE if kind == "reminded" else None
    on = Occasion(
        kind=f"proposal.{kind}", subject_id=proposal.id, period=str(side), guarantee=guarantee
    )
    write_to(db, proposal.enrolment_on(side).member, letter, on=on, now=now)


def names(proposal: Proposal, side: Side) -> tuple[Member, Member]:
    """Return the person on this side, and their partner to be."""
    return proposal.enrolment_on(side).member, proposal.enrolment_on(side.other).member
