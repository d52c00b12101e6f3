"""One of everything beneath a pair's space."""

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.members.models import Identity
from matcher.pairings.models import (
    Agreement,
    Expectation,
    HelpRequest,
    OwnEntry,
    Pairing,
    Point,
    PointKind,
    Resource,
    ResourceShown,
    Size,
)
from tests.factories import NOW, TODAY
from tests.factories.leaves import EXPECTED, TERMS

PROVIDER = "http://127.0.0.1:9"


def leaves_of(db: Session, pairing: Pairing) -> dict[str, object]:
    """Return the values that the addresses of these pages need."""
    for side in Side:
        expected = Expectation(pairing=pairing, side=side, answered_at=NOW)
        expected.answers = EXPECTED
        db.add(expected)
    agreement = Agreement(pairing=pairing, drafted_at=NOW, differs=False)
    agreement.terms = TERMS
    db.add(agreement)
    point = Point(pairing=pairing, kind=PointKind.GOAL, by=Side.MENTEE, added_at=NOW)
    point.text = {"text": "Work as a nurse again."}
    request = HelpRequest(pairing=pairing, asked_at=NOW, size=Size.SMALL)
    request.what = "Read my letter."
    entry = OwnEntry(pairing=pairing, member_id=pairing.mentee.id, written_at=NOW, with_mentor=True)
    entry.content = {"mood": 4, "words": ["hopeful"], "text": "It went well."}
    resource = Resource(
        programme=pairing.programme, made_at=NOW, checked_on=TODAY, name_en="The library"
    )
    shown = ResourceShown(pairing=pairing, resource=resource, asked_at=NOW, shared_at=NOW)
    shown.introduction, shown.introduced_at = "This is Yara.", NOW
    mentee = pairing.mentee  # whose account at the provider of these tests opens theirs here
    elsewhere = Identity(member=mentee, issuer=PROVIDER, subject=f"s{mentee.id.hex}", since=NOW)
    db.add_all([point, request, entry, resource, shown, elsewhere])
    db.flush()
    return {
        "point_id": point.id,
        "point_kind": "goal",
        "request_id": request.id,
        "entry_id": entry.id,
        "resource_id": resource.id,
        "shown_id": shown.id,
        "step": "react",
    }
