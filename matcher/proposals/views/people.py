"""What is shown of a person: to their partner to be, only what they chose to share."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.foundation.words import Language
from matcher.programmes.models import Enrolment
from matcher.programmes.models.choices import STYLES
from matcher.programmes.topics import labels
from matcher.programmes.views.words import language_names, told, told_all, week
from matcher.proposals.models.choices import MEETS
from matcher.proposals.views.words_met import Piece, marked, own_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """Somebody as they presented themselves. Their organisation and contact are not in it."""

    name: str
    pronouns: str
    role: str
    place: str
    meets: str
    languages: tuple[str, ...]
    week: tuple[str, ...]
    styles: tuple[str, ...]
    topics: tuple[str, ...]
    words: tuple[Piece, ...]

    @property
    def first(self) -> str:
        """A first name, also where the last name was written before it: “Vries, Hendrika de”."""
        _last, _comma, first = self.name.rpartition(",")
        return first.strip().split(" ", maxsplit=1)[0] or self.name


def portrait(enrolment: Enrolment, met: Sequence[str], language: Language) -> Portrait:
    return Portrait(
        name=enrolment.member.name,
        pronouns=enrolment.member.pronouns,
        role=enrolment.role,
        place=enrolment.place,
        meets=told(MEETS[enrolment.meets], language) if enrolment.meets else "",
        languages=tuple(language_names(enrolment.languages, language)),
        week=tuple(week(enrolment.slots, language)),
        styles=tuple(told_all(enrolment.styles, STYLES, language)),
        topics=tuple(labels(enrolment.topics, language)),
        words=marked(own_texts(enrolment), met),
    )
