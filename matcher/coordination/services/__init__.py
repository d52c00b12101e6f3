"""What a coordinator does about pairings."""

from matcher.coordination.services.notes import write_pair_note

__all__ = ["write_pair_note"]
