"""What can happen to a pairing, its meetings, and the cards it is shown."""

from matcher.pairings.services.beginning import begin_pairing

__all__ = ["begin_pairing"]
