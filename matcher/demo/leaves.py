"""What the demo's pairs do beneath their space: agree, set goals, ask for help, find places."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.members.models import Member
from matcher.pairings.models import (
    Agreement,
    HelpAnswer,
    Meeting,
    MeetingState,
    Pairing,
    PairingState,
    PointKind,
    Resource,
    Size,
    Tried,
)
from matcher.pairings.services import sharing
from matcher.pairings.services.agreements import answer_expectations, say_yes
from matcher.pairings.services.helping import (
    TOO_MUCH,
    Outcome,
    Reply,
    Wanted,
    answer_help,
    ask_for_help,
    close_help,
)
from matcher.pairings.services.library import TEXTS, add_resource
from matcher.pairings.services.points import add_point, comment_on, move_point
from matcher.programmes.models import Programme

DAY = timedelta(days=1)
EXPECTED = {"every": "14", "months": "6", "channels": ["app", "mail"], "hours": ["evening"]}
PLACES = (
    {
        "name_nl": "Taalcafé in de bibliotheek",
        "name_en": "Language café at the library",
        "for_whom_nl": "Voor wie Nederlands wil oefenen.",
        "for_whom_en": "For whoever wants to practise Dutch.",
        "cost_nl": "Gratis",
        "cost_en": "Free",
        "reach_nl": "Loop binnen op dinsdag van 10 tot 12 uur.",
        "reach_en": "Walk in on Tuesdays from 10 to 12.",
        "spoken": "Nederlands, English, العربية",
    },
    {
        "name_nl": "Sociaal raadslieden",
        "for_whom_nl": "Voor vragen over brieven, geld en rechten.",
        "cost_nl": "Gratis",
        "reach_nl": "Bel op werkdagen van 9 tot 12 uur.",
    },
    {
        "name_nl": "Kleding voor een sollicitatie",
        "name_en": "Clothes for an interview",
        "cost_nl": "Naar vermogen",
        "cost_en": "What you can spare",
    },
)
GOALS = ("Een gesprek voeren zonder me te verontschuldigen.", "Voor de zomer werk in mijn vak.")
HELP = ("Samen een formulier van de gemeente lezen.", "Iemand die mijn brief leest.")


def work_together(db: Session, programme: Programme, by: Member, *, now: datetime) -> None:
    """Fill the library, and let every pair be at another point with all of this."""
    places = [_place(db, programme, texts, by, now - 60 * DAY) for texts in PLACES]
    places[1].checked_on = (now - 200 * DAY).date()  # grey: somebody should look
    open_ones = Pairing.programme_id == programme.id, Pairing.state != PairingState.CLOSED
    pairings = db.scalars(select(Pairing).where(*open_ones).order_by(Pairing.since, Pairing.id))
    for turn, pairing in enumerate(pairings.all()):
        _agree(db, pairing, turn, now - 40 * DAY)
        _set_goals(db, pairing, turn, now - 10 * DAY)
        if turn % 2 == 0:
            _ask_for_help(db, pairing, turn, now - 8 * DAY)
        if turn % 3 == 0:
            _show(db, pairing, places, turn // 3, now - 20 * DAY)


def _place(
    db: Session, programme: Programme, texts: dict[str, str], by: Member, now: datetime
) -> Resource:
    whole = dict.fromkeys(TEXTS, "") | texts
    return add_resource(db, programme, whole, by=by, now=now, today=now.date())


def _agree(db: Session, pairing: Pairing, turn: int, now: datetime) -> None:
    """Most agree; a few only begin, and one pair expects very different things."""
    mentees = {"every": "60" if turn % 20 == 7 else "14", "helps": ["listen", "practical"]}  # noqa: PLR2004  # a few
    answer_expectations(db, pairing, EXPECTED | mentees, by=pairing.mentee, now=now)
    if turn % 9 == 4:  # noqa: PLR2004  # some still wait for the other one
        return
    mentors = {"helps": ["clear", "honest"]}
    answer_expectations(db, pairing, EXPECTED | mentors, by=pairing.mentor, now=now + DAY)
    agreement = db.scalars(select(Agreement).where(Agreement.pairing_id == pairing.id)).one()
    if agreement.differs:
        return
    for member in (pairing.mentee, pairing.mentor):
        say_yes(db, agreement, seen=agreement.edition, by=member, now=now + 2 * DAY)


def _set_goals(db: Session, pairing: Pairing, turn: int, now: datetime) -> None:
    goal = {"text": GOALS[turn % len(GOALS)]}
    mine = add_point(db, pairing, PointKind.GOAL, goal, by=pairing.mentee, now=now)
    comment_on(mine, "Mooi. Waaraan merk je straks dat het gelukt is?")
    idea = {"text": "Een keer meekijken op mijn werk?", "part": "options"}
    proposal = add_point(db, pairing, PointKind.AGENDA, idea, by=pairing.mentor, now=now + DAY)
    if turn % 2:
        move_point(proposal, "take", now=now + 2 * DAY)
    held = Meeting.pairing_id == pairing.id, Meeting.state == MeetingState.HELD
    last = db.scalars(select(Meeting.id).where(*held).order_by(Meeting.starts_at.desc())).first()
    if last and turn % 3:
        step = {"if": "het woensdagavond is", "then": "bel ik het bedrijf terug"}
        add_point(
            db, pairing, PointKind.STEP, step, by=pairing.mentee, now=now + DAY, meeting_id=last
        )


def _ask_for_help(db: Session, pairing: Pairing, turn: int, now: datetime) -> None:
    """Some wait for an answer, most were helped, and for one pair it was too much each time."""
    much = turn == 8  # noqa: PLR2004  # one pair
    for number, what in enumerate((*HELP, "Samen een mail nalezen.") if much else HELP):
        wanted = Wanted(what=what, size=Size.SMALL, by=None)
        asked = ask_for_help(db, pairing, wanted, by=pairing.mentee, now=now)
        if turn % 4 and number:
            return
        by = (now + 3 * DAY).date()
        reply = Reply(answer=HelpAnswer.YES, by=by, words="Zaterdag bij de koffie?")
        answer_help(db, asked, reply, by=pairing.mentor, now=now + DAY)
        fit = TOO_MUCH if much else 0
        close_help(asked, Outcome(was_kept=True, fit=fit), now=now + (3 + number) * DAY)


def _show(
    db: Session, pairing: Pairing, places: Sequence[Resource], turn: int, now: datetime
) -> None:
    """Bring a place up; with some it has come as far as saying what came of it."""
    place = places[turn % len(places)]
    shown = sharing.ask_what_is_known(db, pairing, place, by=pairing.mentor, now=now)
    steps = (
        ("known", "Ik ben er een keer langs gelopen.", pairing.mentee),
        ("share", "Ze praten daar rustig, en niemand kijkt op van een fout.", pairing.mentor),
        ("react", "Dat durf ik wel.", pairing.mentee),
    )
    for number, (step, words, by) in enumerate(steps[: turn % 4]):
        sharing.take_step(db, shown, step, words, by=by, now=now + number * DAY)
    if shown.reacted_at is None:
        return
    tried = (Tried.HELPED, Tried.NOT_FOR_ME, Tried.NOT_YET)[turn // len(steps) % 3]
    sharing.say_what_came_of_it(shown, tried, now=now + 16 * DAY)
    if tried == Tried.NOT_FOR_ME:
        why = "Te ver met de bus, en op dinsdag werk ik."
        sharing.take_step(db, shown, "why", why, by=pairing.mentee, now=now + 16 * DAY)
