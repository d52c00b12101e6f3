"""A programme, the places that members have in it, and spreadsheets on their way in."""

from matcher.programmes.models.card_text import CardText, CardTextState
from matcher.programmes.models.enrolment import (
    AdmissionCheck,
    Avoidance,
    Consent,
    Enrolment,
    EnrolmentState,
    Meets,
    Source,
)
from matcher.programmes.models.imports import Import, ImportRow, ImportState
from matcher.programmes.models.programme import Level, Objective, Programme, ProgrammeState

__all__ = [
    "AdmissionCheck",
    "Avoidance",
    "CardText",
    "CardTextState",
    "Consent",
    "Enrolment",
    "EnrolmentState",
    "Import",
    "ImportRow",
    "ImportState",
    "Level",
    "Meets",
    "Objective",
    "Programme",
    "ProgrammeState",
    "Source",
]
