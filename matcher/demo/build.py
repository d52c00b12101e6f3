"""Builds the demo: the same services as the pages, with the days as arguments."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session, aliased

from matcher.config import Settings
from matcher.demo.caring import care_for
from matcher.demo.endings import come_to_an_end, say_what_helped, word_a_card
from matcher.demo.leaves import work_together
from matcher.demo.life import Life
from matcher.demo.sharing import tell_each_other
from matcher.feedback.models import CheckIn, CheckInState, ConcernAbout, Signal
from matcher.feedback.queries.concerns import Way
from matcher.feedback.services import answer_check_in, send_concern
from matcher.feedback.services.concerns import Telling
from matcher.feedback.services.signals import settle_signal
from matcher.feedback.work import (
    ask_how_it_goes,
    reckon_every_pair,
    see_what_goes_wrong_early,
    see_who_does_not_meet,
)
from matcher.foundation.doors import Doors
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.jobs.models import Job, JobState
from matcher.jobs.work import Work
from matcher.members.models import Grant, Member, Role
from matcher.members.passwords import Hasher
from matcher.messages.models import Delivery, Mail
from matcher.pairings.models import Meeting, MeetingState, Pairing, PairingState
from matcher.pairings.services.meetings import (
    Outcome,
    Plan,
    agree_to_meeting,
    log_meeting,
    propose_meeting,
)
from matcher.pairings.work import show_next_cards
from matcher.programmes.models import Enrolment, EnrolmentState, Import, Programme, ProgrammeState
from matcher.programmes.services.imports import Sheet, begin_import, confirm_import
from matcher.programmes.services.programmes import NewProgramme, create_programme, move_programme
from matcher.programmes.services.sending import Agreement, send_enrolment
from matcher.programmes.work import apply_import, check_import
from matcher.proposals.models import Answer, MatchRun, Proposal, ProposalState
from matcher.proposals.services.answers import Reply, answer_proposal
from matcher.proposals.services.publishing import Day, note_published, offer
from matcher.proposals.services.review import Choice, Decision, decide
from matcher.proposals.services.runs import start_run
from matcher.proposals.work.deadlines import expire_offers
from matcher.proposals.work.run import match_run

HERE = Path(__file__).parent
ZONE = ZoneInfo("Europe/Amsterdam")
PASSWORD = "zeven fietsen naast elkaar"  # noqa: S105  # the demo's, printed when it starts
SIGN_INS = (
    ("coordinator", "hanna@example.org", PASSWORD),
    ("mentor", "marijke.vdweijden@example.org", PASSWORD),
    ("mentee", "yara.almasri@example.org", PASSWORD),
    ("administrator", "beheer@example.org", PASSWORD),
)
WEEKS = 11
GROUND = "Aangemeld op de open avond, met handtekening op papier."


class Freely:
    """A hold on work that nobody else wants: the demo is built before anything is started."""

    def confirm(self, db: Session) -> None:
        pass

    def report(self, phase: str, done: float) -> None:
        pass


@dataclass
class Story:
    """What goes on from day to day."""

    settings: Settings
    doors: Doors
    begin: datetime
    programme_id: UUID = field(init=False)
    hanna_id: UUID = field(init=False)
    life: Life = field(default_factory=Life)
    next_meeting: dict[UUID, date] = field(default_factory=dict)
    held: dict[UUID, int] = field(default_factory=dict)

    def at(self, day: int, hour: int = 9) -> datetime:
        return datetime.combine(self.begin.date() + timedelta(days=day), time(hour), ZONE)

    def work(self, now: datetime, subject_id: UUID | None = None, **payload: Any) -> Work:
        return Work(
            subject_id=subject_id or self.programme_id,
            settings=self.settings,
            doors=self.doors,
            hold=Freely(),
            payload=payload,
            now=lambda: now,
        )


def build(
    settings: Settings,
    doors: Doors,
    *,
    now: datetime,
    progress: Callable[[float], None] = lambda _done: None,
) -> None:
    """Make the programme, bring people in, find pairs, and let eleven weeks pass.

    `progress` is told how much is done, from 0 to 1.
    """
    story = Story(settings, doors, now - timedelta(weeks=WEEKS))
    _found(story)
    for side in Side:
        _bring_in(story, side)
    _confirm(story)
    _match(story, 7)
    _publish(story, 8)
    last = (now.astimezone(ZONE).date() - story.begin.date()).days
    for day in range(9, last):
        _live(story, day)
        progress(day / last)
    _look_after(story, last - 3)
    with story.doors.writing() as db:
        care_for(db, _hanna(db, story), now=story.at(last - 3, hour=16))
    _tell_a_concern(story, last - 1)
    with story.doors.writing() as db:
        tell_each_other(db, now=story.at(last - 1, hour=21))
        work_together(db, _programme(db, story), _hanna(db, story), now=story.at(last - 1, hour=22))
        programme, evening = _programme(db, story), story.at(last - 1, hour=22)
        come_to_an_end(db, programme, now=evening)
        word_a_card(db, programme, _administrator(db), now=evening)
        say_what_helped(db, programme, now=evening)
    see_what_goes_wrong_early(story.work(story.at(last - 1, hour=23)))
    reckon_every_pair(story.work(story.at(last - 1, hour=23)))
    _match(story, last - 1)
    _leave_tidy(story, now)
    progress(1.0)


def _found(story: Story) -> None:
    """Make the people who look after the programme, and the programme."""
    now, hashed = story.at(0), Hasher(story.settings.ARGON2_MEMORY_KIB).hash(PASSWORD)
    with story.doors.writing() as db:
        admin = a_person(db, "Bea Beheer", "beheer@example.org", hashed, now)
        db.add(Grant(member=admin, role=Role.ADMINISTRATOR, given_at=now))
        hanna = a_person(db, "Hanna Brouwer", "hanna@example.org", hashed, now, Language.EN)
        hanna.phone = "030 555 0100"
        karim = a_person(db, "Karim Aydin", "karim@example.org", hashed, now)
        new = NewProgramme(
            name_en="Neighbourhood buddies",
            name_nl="Maatjes in de buurt",
            about_en="Half a year of meeting every two weeks, around a question of your own.",
            about_nl="Een half jaar lang elke twee weken afspreken, rond een vraag van jezelf.",
        )
        programme = create_programme(db, new, coordinator=hanna, by=admin, now=now)
        programme.for_whom_en = "For who has a question, and who has been there before."
        programme.for_whom_nl = "Voor wie ergens mee zit, en voor wie dat zelf heeft meegemaakt."
        programme.starts_on = story.begin.date() + timedelta(days=14)
        programme.stand_in, programme.contact_phone = karim, "030 555 0100"
        programme.languages = ["nl", "en", "ar", "fr", "pl", "ti", "tr", "uk", "es", "de", "fa"]
        move_programme(db, programme, ProgrammeState.OPEN, by=hanna, now=now)
        story.programme_id, story.hanna_id = programme.id, hanna.id


def a_person(  # noqa: PLR0913, PLR0917  # who, where, with which key, since when
    db: Session,
    name: str,
    email: str,
    hashed: str,
    now: datetime,
    language: Language = Language.NL,
) -> Member:
    member = Member(
        name=name,
        created_at=now,
        email=email,
        email_key=fold(email),
        email_confirmed_at=now,
        language=language,
        password_hash=hashed,
    )
    db.add(member)
    db.flush()
    return member


def _bring_in(story: Story, side: Side) -> None:
    """Bring one spreadsheet in, as a coordinator does."""
    name, now = f"{side}s.csv", story.at(1)
    with story.doors.writing() as db:
        sheet = Sheet(name=name, content=(HERE / name).read_bytes(), side=side)
        brought = begin_import(db, _programme(db, story), sheet, by=_hanna(db, story), now=now)
        import_id = brought.id
    check_import(story.work(now, import_id))
    with story.doors.writing() as db:
        confirm_import(db, db.get_one(Import, import_id), GROUND, by=_hanna(db, story), now=now)
    apply_import(story.work(now, import_id))


def _confirm(story: Story) -> None:
    """Nearly everybody confirms within a few days; who cannot, lacks something."""
    hashed = Hasher(story.settings.ARGON2_MEMORY_KIB).hash(PASSWORD)
    keys = {fold(email) for _who, email, _password in SIGN_INS}
    with story.doors.reading() as db:
        query = select(Enrolment.id).join(Enrolment.member).order_by(Member.name, Enrolment.side)
        everybody = db.scalars(query).all()
    for number, enrolment_id in enumerate(everybody):
        if number % 23 == 22:  # noqa: PLR2004  # a few never do
            continue
        with suppress(RuleBroken), story.doors.writing() as db:
            enrolment = db.get_one(Enrolment, enrolment_id)
            member, now = enrolment.member, story.at(2 + number % 4, 10)
            member.email_confirmed_at = now
            if member.email_key in keys:
                member.password_hash = hashed
            version = enrolment.programme.consent_version
            agreement = Agreement(version=version, language=member.language)
            send_enrolment(db, enrolment, agreement, by=member, now=now)


def _match(story: Story, day: int) -> None:
    with story.doors.writing() as db:
        run = start_run(db, _programme(db, story), by=_hanna(db, story), now=story.at(day, hour=10))
        run_id = run.id
    match_run(story.work(story.at(day, hour=11), run_id))


def _publish(story: Story, day: int) -> None:
    """Approve all but the two weakest pairs, and tell people."""
    now = story.at(day, hour=14)
    with story.doors.reading() as db:
        run_id = _programme(db, story).current_run_id
        of_run = select(Proposal.id).where(Proposal.run_id == run_id)
        ids = db.scalars(of_run.order_by(Proposal.affinity, Proposal.id)).all()
    for number, proposal_id in enumerate(ids):
        decision = Decision.REJECT if number < 2 else Decision.APPROVE  # noqa: PLR2004  # two
        with story.doors.writing() as db:
            proposal = db.get_one(Proposal, proposal_id)
            choice = Choice(decision=decision, seen=proposal.version)
            decide(db, proposal, choice, by=_hanna(db, story), now=now)
            offer(db, proposal, by=_hanna(db, story), day=Day(now=now, today=now.date()))
    with story.doors.writing() as db:
        if run_id:
            note_published(db, db.get_one(MatchRun, run_id), by=_hanna(db, story), now=now)


def _live(story: Story, day: int) -> None:
    """One day: answers, meetings, what the clock brings, check-ins."""
    for proposal_id in _in_turn(story, Proposal, Proposal.state == ProposalState.OFFERED):
        _answer(story, proposal_id, day)
    for pairing_id in _in_turn(story, Pairing, Pairing.state != PairingState.CLOSED):
        _meet(story, pairing_id, day)
    morning = story.at(day, hour=8)
    expire_offers(story.work(morning))
    ask_how_it_goes(story.work(morning))
    if day % 7 == 0:
        see_who_does_not_meet(story.work(morning))
        show_next_cards(story.work(morning))
    _say_how_it_goes(story, day)


def _say_how_it_goes(story: Story, day: int) -> None:
    for check_in_id in _in_turn(story, CheckIn, CheckIn.state == CheckInState.OPEN):
        if story.life.answers_today():
            with suppress(RuleBroken), story.doors.writing() as db:
                check_in = db.get_one(CheckIn, check_in_id)
                if story.life.is_silent(check_in.pairing_id):
                    continue
                given = story.life.answers(check_in)
                answer_check_in(db, check_in, given, now=story.at(day, hour=20))


def _answer(story: Story, proposal_id: UUID, day: int) -> None:
    """Each side answers on a day of its own, if at all; the people of the demo say yes."""
    for side in Side:
        if not story.life.answers_today():
            continue
        with suppress(RuleBroken), story.doors.writing() as db:
            proposal = db.get_one(Proposal, proposal_id)
            member = proposal.enrolment_on(side).member
            yes = story.life.says_yes() if member.password_hash is None else True
            if proposal.answer_of(side) != Answer.PENDING or yes is None:
                continue
            reason = None if yes else "time"
            reply = Reply(side=side, answer=Answer.YES if yes else Answer.NO, reason=reason)
            answer_proposal(db, proposal, reply, by=member, now=story.at(day, hour=19))


def _meet(story: Story, pairing_id: UUID, day: int) -> None:
    """Plan the next meeting a few days ahead, and log it when its day has come."""
    today = story.at(day).date()
    with suppress(RuleBroken), story.doors.writing() as db:
        pairing = db.get_one(Pairing, pairing_id)
        planned = db.scalars(
            select(Meeting).where(
                Meeting.pairing_id == pairing_id,
                Meeting.state.in_((MeetingState.PROPOSED, MeetingState.PLANNED)),
            )
        ).first()
        if planned and planned.starts_at < story.at(day, hour=22):
            outcome = _outcome(story)
            log_meeting(db, planned, outcome, by=pairing.mentor, now=story.at(day, hour=22))
            story.held[pairing_id] = story.held.get(pairing_id, 0) + 1
            gap = story.life.days_between(pairing.rhythm_days)
            story.next_meeting[pairing_id] = today + timedelta(days=gap)
        elif planned is None and _wants_to_meet(story, pairing_id, today):
            _plan(story, db, pairing, day)


def _outcome(story: Story) -> Outcome:
    few = story.life.dice.random() < 0.06  # noqa: PLR2004  # few meetings do not happen
    return Outcome.PARTNER_DID_NOT_COME if few else Outcome.HELD


def _wants_to_meet(story: Story, pairing_id: UUID, today: date) -> bool:
    first = today + timedelta(days=story.life.dice.randint(3, 9))
    when = story.next_meeting.setdefault(pairing_id, first)
    so_far = story.held.get(pairing_id, 0)
    return when <= today + timedelta(days=4) and story.life.meets(pairing_id, so_far)


def _plan(story: Story, db: Session, pairing: Pairing, day: int) -> None:
    when = max(story.next_meeting[pairing.id], story.at(day + 2).date())
    starts = datetime.combine(when, time(19, 30), ZONE)
    online = not pairing.mentee_enrolment.place
    where = "https://meet.example.org/samen" if online else "Bibliotheek"
    plan = Plan(starts_at=starts, minutes=60, online=online, where=where)
    meeting = propose_meeting(db, pairing, plan, by=pairing.mentee, now=story.at(day))
    db.flush()
    agree_to_meeting(db, meeting, by=pairing.mentor, now=story.at(day, hour=12))


def _look_after(story: Story, day: int) -> None:
    """Hanna has settled what was due before this day, and said whether it was of use."""
    now = story.at(day, hour=15)
    for signal_id in _ids(story, Signal.id, Signal.deadline < now.date()):
        with story.doors.writing() as db:
            signal = db.get_one(Signal, signal_id)
            told = "Gebeld met beiden. Ze spreken weer af."
            useful = story.life.dice.random() < 0.8  # noqa: PLR2004  # most alerts are
            hanna = _hanna(db, story)
            settle_signal(db, signal, by=hanna, was_useful=useful, told=told, now=now)


def _tell_a_concern(story: Story, day: int) -> None:
    """One mentee tells Hanna something in confidence."""
    with story.doors.writing() as db:
        query = select(Pairing).where(Pairing.state == PairingState.ACTIVE).order_by(Pairing.id)
        pairing = next(p for p in db.scalars(query) if p.mentee.password_hash is None)
        text = "Mijn mentor belt soms heel laat. Ik vind het lastig om daar zelf over te beginnen."
        telling = Telling(
            about=ConcernAbout.PARTNER, text=text, reach_by="Liever bellen, na vijven"
        )
        way = Way(enrolment=pairing.mentee_enrolment, pairing=pairing)
        send_concern(db, way, telling, by=pairing.mentee, now=story.at(day, hour=21))


def _leave_tidy(story: Story, now: datetime) -> None:
    """What was mailed weeks ago has arrived; what was queued on the way is done."""
    yesterday = now - timedelta(days=1)
    with story.doors.writing() as db:
        old = update(Mail).where(Mail.created_at < yesterday)
        db.execute(old.values(delivery=Delivery.SENT, sent_at=Mail.created_at))
        db.execute(update(Job).values(state=JobState.DONE, finished_at=now))
        waiting = select(Enrolment).where(Enrolment.state == EnrolmentState.WAITING)
        for enrolment in list(db.scalars(waiting))[:2]:
            enrolment.note = "Belt liever dan dat hij mailt."


def _ids(story: Story, column: Any, *conditions: Any) -> Iterator[UUID]:
    with story.doors.reading() as db:
        return iter(db.scalars(select(column).where(*conditions).order_by(column)).all())


def _in_turn(story: Story, kind: Any, *conditions: Any) -> Iterator[UUID]:
    """List them by who the two are: ids are another each time, and so would the story be."""
    two = {
        Proposal: (Proposal.mentee_enrolment_id, Proposal.mentor_enrolment_id),
        Pairing: (Pairing.mentee_enrolment_id, Pairing.mentor_enrolment_id),
        CheckIn: (Pairing.mentee_enrolment_id, Pairing.mentor_enrolment_id),
    }[kind]
    mentee, mentor = aliased(Enrolment), aliased(Enrolment)
    one, other = aliased(Member), aliased(Member)
    query = select(kind.id).where(*conditions)
    if kind is CheckIn:
        query = query.join(Pairing, CheckIn.pairing_id == Pairing.id)
    query = query.join(mentee, two[0] == mentee.id).join(mentor, two[1] == mentor.id)
    query = query.join(one, mentee.member_id == one.id).join(other, mentor.member_id == other.id)
    last = CheckIn.side if kind is CheckIn else kind.id
    with story.doors.reading() as db:
        return iter(db.scalars(query.order_by(one.name, other.name, last)).all())


def _programme(db: Session, story: Story) -> Programme:
    return db.get_one(Programme, story.programme_id)


def _administrator(db: Session) -> Member:
    return db.scalars(select(Member).join(Grant).where(Grant.role == Role.ADMINISTRATOR)).one()


def _hanna(db: Session, story: Story) -> Member:
    return db.get_one(Member, story.hanna_id)
