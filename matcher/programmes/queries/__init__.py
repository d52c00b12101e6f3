"""What can be asked about programmes, and about the places that members have in them."""

from matcher.programmes.queries.enrolments import (
    find_enrolment,
    find_person,
    find_sign_up,
    last_mail,
    list_sign_ups,
)
from matcher.programmes.queries.matchable import list_matchable, why_not_matchable
from matcher.programmes.queries.programmes import (
    Coordinated,
    find_briefly,
    find_coordinated,
    find_governed,
    find_open_programme,
    list_coordinators,
    list_open_programmes,
)

__all__ = [
    "Coordinated",
    "find_briefly",
    "find_coordinated",
    "find_enrolment",
    "find_governed",
    "find_open_programme",
    "find_person",
    "find_sign_up",
    "last_mail",
    "list_coordinators",
    "list_matchable",
    "list_open_programmes",
    "list_sign_ups",
    "why_not_matchable",
]
