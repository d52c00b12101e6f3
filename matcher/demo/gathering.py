"""The first days of the demo: a programme is founded, people are brought in and confirm."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher.demo.story import PASSWORD, SIGN_INS, Story, hanna_of, programme_of
from matcher.foundation.errors import RuleBroken
from matcher.foundation.text import fold
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Grant, Member, Role
from matcher.members.passwords import Hasher
from matcher.programmes.models import Enrolment, Import, ProgrammeState
from matcher.programmes.services.imports import Sheet, begin_import, confirm_import
from matcher.programmes.services.programmes import NewProgramme, create_programme, move_programme
from matcher.programmes.services.sending import Agreement, send_enrolment
from matcher.programmes.work import apply_import, check_import

HERE = Path(__file__).parent
GROUND = "Aangemeld op de open avond, met handtekening op papier."


def found(story: Story) -> None:
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
        programme.for_whom_en = "For anyone with a question, and anyone who has been there before."
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


def bring_in(story: Story, side: Side) -> None:
    """Bring one spreadsheet in, as a coordinator does."""
    name, now = f"{side}s.csv", story.at(1)
    with story.doors.writing() as db:
        sheet = Sheet(name=name, content=(HERE / name).read_bytes(), side=side)
        brought = begin_import(db, programme_of(db, story), sheet, by=hanna_of(db, story), now=now)
        import_id = brought.id
    check_import(story.work(now, import_id))
    with story.doors.writing() as db:
        confirm_import(db, db.get_one(Import, import_id), GROUND, by=hanna_of(db, story), now=now)
    apply_import(story.work(now, import_id))


def confirm(story: Story) -> None:
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
