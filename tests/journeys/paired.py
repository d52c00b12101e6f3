"""Two people who said yes to each other, put into an empty installation before it starts.

How they come that far is another story (test_story.py): this one begins where it ends.
"""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from matcher.commands.places import Place
from matcher.foundation import sealed
from matcher.foundation.doors import Doors
from matcher.foundation.text import fold
from matcher.foundation.words import Language
from matcher.guidance.tips import Side
from matcher.members.models import Grant, Member, Role
from matcher.members.passwords import Hasher
from matcher.migrations.upgrade import upgrade
from matcher.proposals.models import Answer
from matcher.proposals.services.answers import Reply, answer_proposal
from tests.conftest import KEYS
from tests.factories import a_member, a_programme
from tests.factories.proposals import an_offer
from tests.journeys.coordinating import HANNA, NAMES
from tests.journeys.signing_up import MARIJKE, YARA


def put_a_pair_into(folder: Path, begins: datetime, language: Language) -> None:
    """Let the two say yes, in the moment at which the installation begins."""
    settings = Place(folder, 0).settings()
    upgrade(settings.database)
    sealed.install(settings.SEAL_KEYS)
    doors = Doors.to(settings.database)
    with doors.writing() as db:
        _say_yes(db, begins, language)
    doors.close()
    sealed.install(KEYS)  # those of all other tests


def _say_yes(db: Session, now: datetime, language: Language) -> None:
    yara, marijke, hanna = (
        _person(*each, language)
        for each in (
            (YARA.name, YARA.email, YARA.password),
            (MARIJKE.name, MARIJKE.email, MARIJKE.password),
            HANNA,
        )
    )
    Grant(member=hanna, role=Role.ADMINISTRATOR, given_at=now)
    programme = a_programme(contact=hanna)
    programme.name_en, programme.name_nl = NAMES["en"], NAMES["nl"]
    offer = an_offer(yara, marijke, programme=programme)
    offer.offered_at, offer.answer_by = now, now.date()
    db.add(offer)
    for each in db.new:
        if hasattr(each, "created_at"):
            each.created_at = now
    db.flush()
    for side, member in ((Side.MENTEE, yara), (Side.MENTOR, marijke)):
        answer_proposal(db, offer, Reply(side=side, answer=Answer.YES), by=member, now=now)


def _person(name: str, email: str, password: str, language: Language) -> Member:
    member = a_member(name, language=language)
    member.email, member.email_key = email, fold(email)
    member.password_hash = Hasher(64).hash(password)
    return member
