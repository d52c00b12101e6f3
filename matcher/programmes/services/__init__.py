"""What can happen to a programme, and to the places that members have in it."""

from matcher.programmes.services.programmes import NewProgramme, create_programme
from matcher.programmes.services.sending import Agreement, send_enrolment
from matcher.programmes.services.sign_up import begin_enrolment
from matcher.programmes.services.states import ALLOWED, move_enrolment

__all__ = [
    "ALLOWED",
    "Agreement",
    "NewProgramme",
    "begin_enrolment",
    "create_programme",
    "move_enrolment",
    "send_enrolment",
]
