"""Writing to many: who gets it, who not and why; and afterwards what became of each mail."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matcher.desk.models import Circular
from matcher.desk.queries.circulars import Reach, Reader
from matcher.foundation.words import N_, Language
from matcher.messages.models import Delivery, Mail

WHY = {
    Reach.NOW: N_("gets it now, or as soon as no check-in is open"),
    Reach.LATER: N_("had a message less than a week ago, and gets it later"),
    Reach.STOPPED: N_("wants no such mails"),
    Reach.UNCONFIRMED: N_("has not confirmed the e-mail address"),
    Reach.RETURNED: N_("gets it, but mail to the address came back last time: call as well"),
    Reach.NO_ADDRESS: N_("has no e-mail address"),
}
DELIVERIES = {
    Delivery.QUEUED: N_("waits for its turn"),
    Delivery.SENDING: N_("on its way"),
    Delivery.SENT: N_("sent"),
    Delivery.UNKNOWN: N_("perhaps arrived: the mail server did not say"),
    Delivery.FAILED: N_("could not be delivered"),
    Delivery.RETURNED: N_("came back"),
}
LOST = {Delivery.FAILED, Delivery.RETURNED}
SHADES = {Delivery.SENT: "meet", Delivery.UNKNOWN: "care", **dict.fromkeys(LOST, "care")}
# First words to begin with: subject and text.
STARTS = {
    "meeting": (
        N_("Would you like to come?"),
        N_("We meet on [day] at [time], in [place]. You can ask what you like, and meet others.")
        + "\n\n"
        + N_("Would you let us know whether you come?"),
    ),
    "news": (N_("News about the programme"), N_("There is something that you should know: […]")),
    "thanks": (
        N_("Thank you"),
        N_("You gave time and attention these weeks. We would like to thank you for it."),
    ),
}
NAMES = {
    "meeting": N_("An invitation"),
    "news": N_("News"),
    "thanks": N_("Thanks"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderLine:
    id: UUID
    name: str
    phone: str
    language: Language
    why: str
    from_day: datetime | None
    is_reached: bool


def reader_lines(readers: Iterable[Reader]) -> tuple[ReaderLine, ...]:
    return tuple(
        ReaderLine(
            id=each.member.id,
            name=each.member.name,
            phone=each.member.phone or "",
            language=each.member.language,
            why=WHY[each.reach],
            from_day=each.from_day,
            is_reached=each.is_reached,
        )
        for each in readers
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularLine:
    id: UUID
    subject: str
    sent_at: datetime
    by: str
    meant_for: int
    left_out: int


def circular_lines(
    found: Iterable[tuple[Circular, str | None]], language: Language
) -> tuple[CircularLine, ...]:
    return tuple(
        CircularLine(
            id=each.id,
            subject=each.subject(language) or each.subject_en or each.subject_nl or "",
            sent_at=each.sent_at,
            by=name or "",
            meant_for=each.meant_for,
            left_out=len(each.left_out),
        )
        for each, name in found
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """What became of one mail."""

    name: str
    words: str
    shade: str
    sent_at: datetime | None
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularPage:
    id: UUID
    programme_id: UUID
    sent_at: datetime
    said: tuple[tuple[Language, str, str], ...]
    mails: tuple[MailLine, ...]
    failed: int
    left_out: tuple[tuple[str, str, str], ...]
    is_kept: bool


def circular_page(
    circular: Circular,
    mails: Sequence[tuple[Mail, str]],
    names: Mapping[UUID, tuple[str, str]],
) -> CircularPage:
    said = ((each, circular.subject(each), circular.text(each)) for each in Language)
    return CircularPage(
        id=circular.id,
        programme_id=circular.programme_id,
        sent_at=circular.sent_at,
        said=tuple(each for each in said if each[1]),
        mails=tuple(_mail(mail, name) for mail, name in mails),
        failed=sum(mail.delivery in LOST for mail, _name in mails),
        left_out=tuple(
            (*names[UUID(key)], WHY[Reach(reach)])
            for key, reach in circular.left_out.items()
            if UUID(key) in names
        ),
        is_kept=bool(mails) or circular.meant_for == len(circular.left_out),
    )


def _mail(mail: Mail, name: str) -> MailLine:
    return MailLine(
        name=name,
        words=DELIVERIES[mail.delivery],
        shade=SHADES.get(mail.delivery, ""),
        sent_at=mail.sent_at,
        error=mail.error or "" if mail.delivery != Delivery.SENT else "",
    )
