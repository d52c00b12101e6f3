"""Work that goes on after the page is shown: reading spreadsheets in, reminding, ending pauses."""

from matcher.programmes.work.applying import apply_import
from matcher.programmes.work.checking import check_import
from matcher.programmes.work.people import SCHEDULE, end_pauses, remind_sign_ups

__all__ = ("SCHEDULE", "apply_import", "check_import", "end_pauses", "remind_sign_ups")
