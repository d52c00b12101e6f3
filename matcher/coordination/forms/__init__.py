"""What a coordinator fills in about pairings."""

from matcher.coordination.forms.notes import NoteForm

__all__ = ["NoteForm"]
