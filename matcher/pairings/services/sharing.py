"""Showing an entry of the library: ask, share, ask; and a first step together."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, Sentence, sentence
from matcher.members.models import Member
from matcher.messages.models import Budget
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing, Resource, ResourceShown, Tried
from matcher.pairings.queries.library import STEPS
from matcher.pairings.services.leaf_letters import News, tell_news
from matcher.pairings.services.states import refuse_closed

PAGE = "pairings.library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What must have happened before a step, and where its words and its moment are kept."""

    after: str
    text: str
    at: str = ""
    once: bool = True
    told: str = ""  # what the other one is mailed, marked with N_


TURNS = {
    "known": Turn(
        after="asked_at",
        text="known",
        at="known_at",
        told=N_("%(name)s told you what is known already"),
    ),
    "share": Turn(
        after="known_at",
        text="shared",
        at="shared_at",
        told=N_("%(name)s shows you where you could find help"),
    ),
    "react": Turn(
        after="shared_at",
        text="reaction",
        at="reacted_at",
        told=N_("%(name)s says what they make of it"),
    ),
    "introduce": Turn(
        after="shared_at",
        text="introduction",
        at="introduced_at",
        once=False,
        told=N_("%(name)s wrote an introduction for you to look at"),
    ),
    "why": Turn(after="tried_at", text="why", once=False),
}


def ask_what_is_known(
    db: Session, pairing: Pairing, resource: Resource, *, by: Member, now: datetime
) -> ResourceShown:
    """Begin with a question: what is known about it already."""
    refuse_closed(pairing)
    if by.id != pairing.mentor_member_id:
        raise RuleBroken(N_("It is the mentor who begins this."))
    shown = ResourceShown(pairing=pairing, resource=resource, asked_at=now)
    db.add(shown)
    db.flush()
    told = N_("%(name)s asks what you know about something")
    _tell(db, shown, pairing.mentee, sentence(told, name=by.name), "asked", now=now)
    return shown


def take_step(  # noqa: PLR0913  # which step, its words, by whom, when
    db: Session, shown: ResourceShown, step: str, words: str, *, by: Member, now: datetime
) -> None:
    """Write the words of one step down, and tell the other one that it is their turn."""
    turn, pairing = TURNS[step], shown.pairing
    _refuse_out_of_turn(shown, step, turn)
    setattr(shown, turn.text, words)
    if turn.at:
        setattr(shown, turn.at, now)
    if step == "introduce":
        shown.introduced_by_id = by.id
    db.flush()
    if turn.told:
        reader = pairing.member_on(STEPS[step].other)
        _tell(db, shown, reader, sentence(turn.told, name=by.name), step, now=now)


def say_what_came_of_it(shown: ResourceShown, tried: Tried, *, now: datetime) -> None:
    """Keep what came of it, in one tap. It may be said again later."""
    refuse_closed(shown.pairing)
    if shown.shared_at is None:
        raise RuleBroken(N_("It is not time for this yet."))
    shown.tried, shown.tried_at = tried, now
    if tried != Tried.NOT_FOR_ME:
        shown.why = None


def ask_what_came_of_it(db: Session, shown: ResourceShown, *, now: datetime) -> None:
    """Ask once, two weeks later, within the one programme message a week."""
    if shown.tried is not None or not shown.pairing.is_open:
        return
    reader = shown.pairing.mentee
    name = shown.resource.said("name", reader.language)
    news = News(
        subject=sentence(N_("%(place)s: did you try it?"), place=name),
        said=(sentence(N_("One tap is enough, and “not yet” is a good answer.")),),
        button=N_("Say what came of it"),
        endpoint=PAGE,
    )
    on = Occasion(kind="resource.tried", subject_id=shown.id, budget=Budget.GUIDANCE)
    tell_news(db, shown.pairing, reader, news, on=on, now=now)


def _refuse_out_of_turn(shown: ResourceShown, step: str, turn: Turn) -> None:
    refuse_closed(shown.pairing)
    is_why = step == "why"
    if getattr(shown, turn.after) is None or (is_why and shown.tried != Tried.NOT_FOR_ME):
        raise RuleBroken(N_("It is not time for this yet."))
    if turn.once and getattr(shown, turn.at) is not None:
        raise RuleBroken(N_("This is written down already."))
    if step == "introduce" and shown.approved_at:
        raise RuleBroken(N_("The introduction has been approved and mailed already."))


def _tell(  # noqa: PLR0913  # about what, to whom, in which words, on which occasion, when
    db: Session,
    shown: ResourceShown,
    reader: Member,
    subject: Sentence,
    step: str,
    *,
    now: datetime,
) -> None:
    news = News(
        subject=subject,
        said=(sentence(N_("It stands on your page together, and now it is your turn.")),),
        button=N_("Go and see"),
        endpoint=PAGE,
    )
    on = Occasion(kind=f"resource.{step}", subject_id=shown.id, period=str(shown.version))
    tell_news(db, shown.pairing, reader, news, on=on, now=now)
