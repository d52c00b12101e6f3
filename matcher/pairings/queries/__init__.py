"""What can be asked about pairings, their meetings and cards."""

from matcher.pairings.queries.cards import find_card, last_card, list_cards_shown
from matcher.pairings.queries.meetings import find_meeting, list_meetings
from matcher.pairings.queries.pairings import find_pairing, list_open_pairings
from matcher.pairings.queries.places import taken_places

__all__ = [
    "find_card",
    "find_meeting",
    "find_pairing",
    "last_card",
    "list_cards_shown",
    "list_meetings",
    "list_open_pairings",
    "taken_places",
]
