"""Some of the demo's pairs come to their end, cards are judged, and a report is made."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.feedback.services.goodbyes import miss_goodbye
from matcher.foundation.errors import RuleBroken
from matcher.members.models import Member
from matcher.pairings.models import CardShown, Pairing, PairingState
from matcher.pairings.models.closing import Wish
from matcher.pairings.queries import list_meetings
from matcher.pairings.queries.closing import find_ending
from matcher.pairings.services.cards import rate_card
from matcher.pairings.services.closing import (
    Why,
    Words,
    choose_end,
    end_on_time,
    say_goodbye,
    write_words,
)
from matcher.pairings.services.farewells import (
    Afterwards,
    Takeaway,
    choose_afterwards,
    keep_takeaway,
)
from matcher.pairings.services.learning import count_styles
from matcher.pairings.services.meetings import Plan, agree_to_meeting, propose_meeting
from matcher.pairings.times import local_day
from matcher.programmes.models import Programme
from matcher.programmes.services.card_texts import approve_card, ask_for_approval, write_card
from matcher.reports.services import make_report, tell_what_was_done

DAY = timedelta(days=1)
MENTEES = Words(
    "Toen je me belde na mijn sollicitatie.",
    "Je wacht tot ik uitgepraat ben.",
    "Vertel ook eens wat jij lastig vindt.",
)
MENTORS = Words(
    "Onze eerste wandeling langs de gracht.",
    "Je gaat door, ook als het tegenzit.",
    "Vraag eerder om hulp; mensen geven die graag.",
)
ALONG = Takeaway(
    can_do="Ik bel zelf met de gemeente.\nIk durf te zeggen dat ik iets niet begrijp.",
    goal="In september begin ik met de opleiding.",
    people="Mehret: brieven lezen\nJan van het taalcafé: oefenen op dinsdag",
    places="Taalcafé Neude, dinsdag 19.30 uur",
)
OWN = (
    "In our neighbourhood we take our time. Before you give advice, say back in one sentence what "
    "you heard, and ask whether it is right. Then wait, and listen for what is new.",
    "In onze buurt nemen we de tijd. Zeg eerst in één zin terug wat je hoorde, en vraag of het "
    "klopt. Wacht dan even, en luister naar wat nieuw is voor jou.",
)


def come_to_an_end(db: Session, programme: Programme, *, now: datetime) -> None:
    """One pair is finishing, one has finished, and of one nobody has heard."""
    pairs = _others(db, programme)
    finishing, finished = next(pairs), next(pairs)
    silent = next(pair for pair in pairs if _stopped_meeting(db, pair, now))
    _agree(db, finishing, now=now - DAY, ahead=28)
    _say_all(db, finishing, now=now)
    _agree(db, finished, now=now - 29 * DAY, ahead=28)
    _say_all(db, finished, now=now - 2 * DAY)
    say_goodbye(db, finished, by=finished.mentee, now=now - DAY)
    _agree(db, silent, now=now - 20 * DAY, ahead=28)
    ending, meetings = find_ending(db, silent), list_meetings(db, silent)
    miss_goodbye(db, silent, ending, meetings, now=now)


def say_what_helped(db: Session, programme: Programme, *, now: datetime) -> None:
    """Let four in ten cards be answered, and the report be made of everything."""
    dice = Random(11)  # noqa: S311  # a story, not a secret
    here = select(CardShown).join(CardShown.pairing).where(Pairing.programme_id == programme.id)
    for shown in db.scalars(here.order_by(CardShown.shown_at, CardShown.card)):
        if shown.answered_at is None and dice.random() < 0.4:  # noqa: PLR2004  # four in ten
            rate_card(shown, dice.choice((1.0, 1.0, 0.5, 0.0)), now=shown.shown_at + DAY)
    db.flush()
    count_styles(db, programme.id, now=now)
    make_report(db, programme, now=now)
    tell_what_was_done(
        db,
        programme,
        "Jullie weten niet altijd welk advies helpt.",
        "Op de volgende avond voor mentoren oefenen we hoe je om advies vraagt.",
        by=programme.contact,
        now=now,
    )


def word_a_card(db: Session, programme: Programme, second: Member, *, now: datetime) -> None:
    """One card stands in the programme's own words; another waits for a second look."""
    for card, is_done in (("listen.early.mentor", True), ("listen.early.mentor.v2", False)):
        en, nl = (
            text if is_done else text.replace("one", "a").replace("één", "een") for text in OWN
        )
        text = write_card(db, programme, card, en, nl, by=programme.contact, now=now)
        ask_for_approval(db, text, by=programme.contact, now=now)
        if is_done:
            approve_card(db, programme, text, by=second, now=now)


def _others(db: Session, programme: Programme) -> Iterator[Pairing]:
    """Go through pairs under way, the last ones first: the first ones have stories already."""
    query = select(Pairing).where(
        Pairing.programme_id == programme.id, Pairing.state == PairingState.ACTIVE
    )
    known = {"marijke.vdweijden@example.org", "yara.almasri@example.org"}
    found = sorted(db.scalars(query), key=lambda each: each.mentee.name, reverse=True)
    return (each for each in found if not known & {each.mentor.email, each.mentee.email})


def _stopped_meeting(db: Session, pairing: Pairing, now: datetime) -> bool:
    return all(each.starts_at < now - 14 * DAY for each in list_meetings(db, pairing))


def _agree(db: Session, pairing: Pairing, *, now: datetime, ahead: int) -> None:
    day = local_day(now, pairing.programme.zone) + ahead * DAY
    why = Why("Ik heb een baan in een andere stad.")
    choose_end(db, pairing, day, why, by=pairing.mentee, now=now)
    end_on_time(db, pairing, now=now)


def _say_all(db: Session, pairing: Pairing, *, now: datetime) -> None:
    """Both write; the mentee takes a page along, and a last meeting is planned where it can be."""
    write_words(db, pairing, MENTEES, by=pairing.mentee, now=now)
    write_words(db, pairing, MENTORS, by=pairing.mentor, now=now)
    keep_takeaway(db, pairing, ALONG, by=pairing.mentee)
    until = local_day(now, pairing.programme.zone) + 90 * DAY
    for member in (pairing.mentee, pairing.mentor):
        chosen = Afterwards(in_touch=True, how="Bel gerust.", wish=Wish.KEEP, keep_until=until)
        choose_afterwards(db, pairing, chosen, by=member, now=now)
    if find_ending(db, pairing).closing and pairing.planned_end > local_day(now, "UTC") + 14 * DAY:
        plan = Plan(starts_at=now + 20 * DAY, minutes=60, online=False, where="Taalcafé Neude")
        with suppress(RuleBroken):  # they have planned one already
            meeting = propose_meeting(db, pairing, plan, by=pairing.mentee, now=now)
            agree_to_meeting(db, meeting, by=pairing.mentor, now=now)
