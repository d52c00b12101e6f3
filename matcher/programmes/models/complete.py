"""What a sign-up still lacks: what must be there to find somebody, and what would help."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from matcher.foundation.words import N_, Sentence, sentence
from matcher.programmes.models.enrolment import Meets

SECTIONS = ("about", "words", "topics", "practical", "wishes")
ENOUGH_PIECES = 3


class Answers(Protocol):
    """What somebody filled in: a sign-up, or as much of it as was asked for."""

    @property
    def statements(self) -> list[str]: ...
    @property
    def topics(self) -> list[str]: ...
    @property
    def slots(self) -> list[str]: ...
    @property
    def languages(self) -> list[str]: ...
    @property
    def meets(self) -> Meets | None: ...
    @property
    def place(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Gap:
    """Something not filled in, and the section of the sign-up where it can be."""

    section: str
    sentence: Sentence
    needed: bool = True


def gaps(enrolment: Answers) -> list[Gap]:
    """List what is not filled in, in the order of the sign-up."""
    return [gap for gap, holds in _checks(enrolment) if holds]


def needed_gaps(enrolment: Answers) -> list[Gap]:
    return [gap for gap in gaps(enrolment) if gap.needed]


def is_complete(enrolment: Answers) -> bool:
    return not needed_gaps(enrolment)


def pieces(enrolment: Answers) -> list[str]:
    """Return what somebody wrote. A question left open in between leaves an empty text."""
    return [text for text in enrolment.statements if text.strip()]


def _checks(enrolment: Answers) -> list[tuple[Gap, bool]]:
    written, chosen = pieces(enrolment), enrolment.topics
    return [
        (NOTHING_SAID, not written and not chosen),
        (FEW_WORDS, len(written) < ENOUGH_PIECES and bool(written or chosen)),
        (NO_TOPICS, bool(written) and not chosen),
        (NO_SLOTS, not enrolment.slots),
        (NO_WAY, enrolment.meets is None),
        (NO_PLACE, enrolment.meets == Meets.IN_PERSON and not enrolment.place),
        (NO_LANGUAGES, not enrolment.languages),
    ]


NOTHING_SAID = Gap("words", sentence(N_("Write something in your own words, or choose a topic.")))
FEW_WORDS = Gap(
    "words", sentence(N_("Three short pieces in your own words help us search well.")), needed=False
)
NO_TOPICS = Gap("topics", sentence(N_("Choosing a topic helps us search well.")), needed=False)
NO_SLOTS = Gap("practical", sentence(N_("Say when you can meet.")))
NO_WAY = Gap("practical", sentence(N_("Say how you would like to meet.")))
NO_PLACE = Gap("practical", sentence(N_("Say where you live, so that you can meet in person.")))
NO_LANGUAGES = Gap("practical", sentence(N_("Choose the languages you speak.")))

# The same, said to whoever looks after them.
OF_THEM = {
    NOTHING_SAID.sentence.text: N_("No words of their own yet, and no topics"),
    FEW_WORDS.sentence.text: N_("Few words of their own: three short pieces search better"),
    NO_TOPICS.sentence.text: N_("No topics yet: they would help to search"),
    NO_SLOTS.sentence.text: N_("When they can meet"),
    NO_WAY.sentence.text: N_("How they would like to meet"),
    NO_PLACE.sentence.text: N_("Where they live, to meet in person"),
    NO_LANGUAGES.sentence.text: N_("Which languages they speak"),
}


def of_them(lacking: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Say what somebody lacks to a coordinator, who is not the one to fill it in."""
    return tuple(Sentence(OF_THEM.get(each.text, each.text), each.values) for each in lacking)
