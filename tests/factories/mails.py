"""Mails to try the post with."""

from collections.abc import Mapping
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from matcher.app import TEMPLATES
from matcher.foundation.words import N_, Language, sentence
from matcher.messages.letters import Letter, Link
from matcher.messages.models import Budget, Guarantee, Mail
from matcher.messages.rendering import Stationery
from matcher.messages.services import Addressee, Occasion, send
from tests.factories import NOW

_numbers = count(1)


def a_letter(**given: Any) -> Letter:
    wanted: dict[str, Any] = {
        "subject": sentence(N_("Your account")),
        "paragraphs": (sentence(N_("Please fill this in.")), "In my <b>own</b> words"),
        "why": sentence(N_("Please write this on one line.")),
        "name": "Yara",
        "button": Link(
            text=sentence(N_("Home")), endpoint="messages.stop_page", values={"token": "t0k"}
        ),
    }
    return Letter(**(wanted | given))


def a_mail(  # noqa: PLR0913  # a test names the one it cares about
    db: Session,
    *,
    address: str = "",
    member_id: UUID | None = None,
    budget: Budget = Budget.ESSENTIAL,
    guarantee: Guarantee = Guarantee.MUST_ARRIVE,
    language: Language = Language.EN,
    now: datetime = NOW,
    **letter: Any,
) -> Mail:
    """Put a mail into the outbox and keep it."""
    to = Addressee(
        address=address or f"reader{next(_numbers)}@example.org",
        language=language,
        member_id=member_id,
    )
    on = Occasion(kind="trial", subject_id=uuid4(), budget=budget, guarantee=guarantee)
    mail = send(db, a_letter(**letter), to=to, on=on, now=now)
    db.commit()
    assert mail
    return mail


def address(endpoint: str, values: Mapping[str, str]) -> str:
    return f"https://samen.example.org/{endpoint}/{'/'.join(values.values())}"


def stationery() -> Stationery:
    return Stationery(
        templates=TEMPLATES,
        sender="Samen Sterk <noreply@samen.example.org>",
        secret="for tests",
        address=address,
    )
