"""One of everything beneath a pair's space."""

from sqlalchemy.orm import Session

from matcher.guidance.tips import Side
from matcher.pairings.models import Agreement, Expectation, Pairing
from tests.factories import NOW
from tests.factories.leaves import EXPECTED, TERMS


def leaves_of(db: Session, pairing: Pairing) -> dict[str, object]:
    """Return the values that the addresses of these pages need."""
    for side in Side:
        expected = Expectation(pairing=pairing, side=side, answered_at=NOW)
        expected.answers = EXPECTED
        db.add(expected)
    agreement = Agreement(pairing=pairing, drafted_at=NOW, differs=False)
    agreement.terms = TERMS
    db.add(agreement)
    db.flush()
    return {}
