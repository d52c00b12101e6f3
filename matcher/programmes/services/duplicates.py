"""Two sign-ups that may be one person: found by name, address or phone, and merged on request."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from uuid import UUID

from sqlalchemy.orm import Session

from matcher.audit.services import note
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_, sentence
from matcher.members.models import Member
from matcher.programmes.models import Enrolment, EnrolmentState
from matcher.programmes.services.states import LABELS, move_enrolment

LIKE_GOOGLE = {"gmail.com", "googlemail.com"}
PHONE_DIGITS = 9
FREE = {EnrolmentState.DRAFT, EnrolmentState.WAITING, EnrolmentState.PAUSED}
LINES = ("role", "organisation", "place", "goal")
LISTS = ("languages", "slots", "topics", "styles", "statements", "avoids")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A sign-up in the few values that tell who somebody may be."""

    id: UUID
    member_id: UUID
    side: str
    name: str
    email: str
    phone: str


def signed(enrolment: Enrolment) -> Signed:
    member = enrolment.member
    known = {"name": member.name, "email": member.email or "", "phone": member.phone or ""}
    return Signed(id=enrolment.id, member_id=member.id, side=str(enrolment.side), **known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two sign-ups on one side, and what is the same: "name", "email" or "phone"."""

    one: Signed
    other: Signed
    same: tuple[str, ...]


def find_alike(people: Iterable[Signed]) -> list[Alike]:
    """Find sign-ups that may be one person. Each two are named once, the surest first."""
    groups: dict[tuple[str, str, str], list[Signed]] = defaultdict(list)
    for each in people:
        for kind, key in _keys(each):
            groups[each.side, kind, key].append(each)
    same: dict[tuple[UUID, UUID], list[str]] = defaultdict(list)
    signed: dict[UUID, Signed] = {}
    for (_side, kind, _key), found in groups.items():
        for one, other in combinations(found, 2):
            if one.member_id != other.member_id:
                same[one.id, other.id].append(kind)
                signed |= {one.id: one, other.id: other}
    alike = [
        Alike(one=signed[one], other=signed[other], same=tuple(sorted(kinds)))
        for (one, other), kinds in same.items()
    ]
    return sorted(alike, key=lambda each: (-len(each.same), each.one.name, str(each.one.id)))


def _keys(each: Signed) -> Iterator[tuple[str, str]]:
    if name := name_key(each.name):
        yield "name", name
    if address := address_key(each.email):
        yield "email", address
    digits = re.sub(r"\D", "", each.phone)[-PHONE_DIGITS:]
    if len(digits) == PHONE_DIGITS:
        yield "phone", digits


def name_key(name: str) -> str:
    """Return the same for “Vries, Hendrika de”, “hendrika  de Vries” and “Hendrika de Vriés”."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    words = re.findall(r"\w+", letters)
    return " ".join(sorted(words)) if len(words) > 1 else ""  # one first name says too little


def address_key(email: str) -> str:
    """Return the same for spellings of one address that reach one mailbox."""
    local, _at, domain = email.casefold().strip().rpartition("@")
    local = local.partition("+")[0]
    if domain in LIKE_GOOGLE:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}" if local and domain else ""


def merge_sign_ups(
    db: Session, kept: Enrolment, other: Enrolment, *, by: Member, now: datetime
) -> None:
    """Fill what one sign-up lacks from another, and stop the other. Nothing typed is lost."""
    _refuse(kept, other, by)
    for name in LINES:
        setattr(kept, name, getattr(kept, name) or getattr(other, name))
    for name in LISTS:
        setattr(kept, name, list(dict.fromkeys([*getattr(kept, name), *getattr(other, name)])))
    kept.meets = kept.meets or other.meets
    kept.level = kept.level if kept.level is not None else other.level
    kept.reference = kept.reference or other.reference
    kept.places = max(kept.places, other.places)
    kept.avoids_own_organisation = kept.avoids_own_organisation or other.avoids_own_organisation
    kept.note = "\n\n".join(text for text in (kept.note, other.note) if text) or None
    move_enrolment(db, other, EnrolmentState.WITHDRAWN, by=by, now=now, reason="duplicate")
    note(db, "enrolment.merged", kept, by=by, at=now, programme_id=kept.programme_id)
    db.flush()


def _refuse(kept: Enrolment, other: Enrolment, by: Member) -> None:
    if kept.id == other.id or kept.programme_id != other.programme_id or kept.side != other.side:
        raise RuleBroken(N_("Choose two sign-ups on the same side of one programme."))
    if by.id in {kept.member_id, other.member_id}:
        raise RuleBroken(N_("One of these is your own sign-up. A colleague decides about it."))
    for each in (other, kept) if kept.is_over else (other,):
        if each.state not in FREE:
            raise RuleBroken(
                N_("%(name)s cannot be merged now: the sign-up is “%(state)s”."),
                name=each.member.name,
                state=sentence(LABELS[each.state]),
            )
