"""A page on which one thing is written down."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingPage:
    """Its words are said already. `back` is the endpoint of the page it belongs to."""

    id: UUID
    title: str
    lead: str
    button: str
    back: str
    who: tuple[str, str]  # who reads it: the kind of privacy label, and its words
