"""What one of the two is written about a page beneath their space."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from matcher.foundation.words import Sentence, sentence
from matcher.members.models import Member
from matcher.members.services.letters import write_to
from matcher.messages.letters import Letter, Link
from matcher.messages.services import Occasion
from matcher.pairings.models import Pairing
from matcher.pairings.services.letters import why


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What there is to tell, and the page where it stands. The page's words stay on the page."""

    subject: Sentence
    said: tuple[Sentence | str, ...]
    button: str  # marked with N_
    endpoint: str


def tell_news(  # noqa: PLR0913  # to whom, of what, on which occasion, when
    db: Session, pairing: Pairing, reader: Member, news: News, *, on: Occasion, now: datetime
) -> None:
    letter = Letter(
        subject=news.subject,
        name=reader.name,
        paragraphs=news.said,
        why=why(pairing),
        button=Link(
            text=sentence(news.button),
            endpoint=news.endpoint,
            values={"pairing_id": str(pairing.id)},
        ),
    )
    write_to(db, reader, letter, on=on, now=now)


def partner_of(pairing: Pairing, member: Member) -> Member:
    return pairing.mentor if member.id == pairing.mentee_member_id else pairing.mentee
