"""What can happen to a programme, and to the places that members have in it."""

from matcher.programmes.services.states import ALLOWED, move_enrolment

__all__ = ["ALLOWED", "move_enrolment"]
