"""What can be asked about pairings, their meetings and cards."""

from matcher.pairings.queries.around import Around, find_around
from matcher.pairings.queries.cards import find_card, list_cards_shown
from matcher.pairings.queries.meetings import find_meeting, list_meetings
from matcher.pairings.queries.pairings import find_pairing, list_open_pairings
from matcher.pairings.queries.places import taken_places

__all__ = [
    "Around",
    "find_around",
    "find_card",
    "find_meeting",
    "find_pairing",
    "list_cards_shown",
    "list_meetings",
    "list_open_pairings",
    "taken_places",
]
