"""What each of the two is shown of their start. Nothing of the other's, before both answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from matcher.guidance.tips import Side
from matcher.members.models import Member
from matcher.pairings.expecting import CHANNELS, EVERY, HELPS, HOURS, MONTHS, Apart, apart
from matcher.pairings.models import Agreement, Expectation, Pairing
from matcher.pairings.queries.agreements import Start
from matcher.pairings.views.opened import OpenedLine
from matcher.pairings.views.sides import sides_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One side's answers, as marked words."""

    name: str
    every: str
    months: str
    channels: tuple[str, ...]
    hours: tuple[str, ...]
    helps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    every: str
    months: str
    channels: tuple[str, ...]
    hours: tuple[str, ...]
    topics: str
    private: str
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """`step` is what there is to do: ask, wait, read or agreed."""

    id: UUID
    me: str
    partner: str
    coordinator: str
    step: str
    is_open: bool
    has_met: bool
    mine: Expected | None
    theirs: Expected | None
    every_differs: bool
    months_differ: bool
    terms: Terms | None
    edition: int
    i_said_yes: bool
    partner_said_yes: bool
    changed_by: str
    agreed_on: date | None
    opened: tuple[OpenedLine, ...]


def agreement_page(
    member: Member, pairing: Pairing, start: Start, opened: tuple[OpenedLine, ...]
) -> AgreementPage:
    side, partner = sides_of(member, pairing)
    mine, theirs, agreed = start.answers.get(side), start.answers.get(side.other), start.agreement
    is_open = agreed is not None and not agreed.is_agreed
    far = _apart(mine, theirs) if is_open else Apart()
    return AgreementPage(
        id=pairing.id,
        me=member.name,
        partner=partner.name,
        coordinator=pairing.programme.contact.name,
        step=_step(mine, agreed),
        is_open=pairing.is_open,
        has_met=pairing.first_met_on is not None,
        mine=_expected(mine, member) if mine else None,
        theirs=_expected(theirs, partner) if theirs and agreed else None,
        every_differs=far.every,
        months_differ=far.months,
        terms=_terms(agreed.terms or {}) if agreed else None,
        edition=agreed.edition if agreed else 0,
        i_said_yes=bool(agreed and agreed.yes_of(side)),
        partner_said_yes=bool(agreed and agreed.yes_of(side.other)),
        changed_by=_changed_by(agreed, member, partner),
        agreed_on=_agreed_on(agreed),
        opened=opened,
    )


def _step(mine: Expectation | None, agreed: Agreement | None) -> str:
    if agreed:
        return "agreed" if agreed.is_agreed else "read"
    return "wait" if mine else "ask"


def _apart(mine: Expectation | None, theirs: Expectation | None) -> Apart:
    if mine is None or theirs is None:
        return Apart()
    return apart(mine.answers or {}, theirs.answers or {})


def _expected(expectation: Expectation, member: Member) -> Expected:
    given: Mapping[str, Any] = expectation.answers or {}
    return Expected(
        name=member.name,
        every=EVERY[given["every"]],
        months=MONTHS[given["months"]],
        channels=tuple(CHANNELS[each] for each in given["channels"]),
        hours=tuple(HOURS[each] for each in given["hours"]),
        helps=tuple(HELPS[each] for each in given["helps"]),
    )


def _terms(given: Mapping[str, Any]) -> Terms:
    return Terms(
        every=EVERY[given["every"]],
        months=MONTHS[given["months"]],
        channels=tuple(CHANNELS[each] for each in given["channels"]),
        hours=tuple(HOURS[each] for each in given["hours"]),
        topics=given["topics"],
        private=given["private"],
        ending=given["ending"],
    )


def _changed_by(agreed: Agreement | None, member: Member, partner: Member) -> str:
    names = {member.id: member.name, partner.id: partner.name}
    return names.get(agreed.changed_by_id, "") if agreed and agreed.changed_by_id else ""


def _agreed_on(agreed: Agreement | None) -> date | None:
    days = [at for side in Side if agreed and (at := agreed.yes_of(side))]
    return max(days).date() if agreed and agreed.is_agreed else None
