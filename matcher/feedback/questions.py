"""The questions of a check-in: what is asked, in which words, with which answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.feedback.models import CheckInKind
from matcher.foundation.words import N_
from matcher.guidance.items import Scale, item
from matcher.guidance.tips import Side, Tip

SKIP = "skip"
SAFE = f"{Tip.SAFE}.A"
CHOICES = {
    "fit": ("yes", "unsure", "no"),
    "talk": ("no", "yes"),
    "renew": ("yes", "change"),
    "follow_up": ("yes", "no"),
}
EITHER = "talk"


class Reader(StrEnum):
    """Who can read an answer besides whoever gave it: stands beside each question."""

    YOU = "you"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, answered by one tap. `skip` says the way out; without it there is none."""

    key: str
    text: str
    labels: Mapping[str, str]
    skip: str = ""
    reader: Reader = Reader.COORDINATOR
    is_content: bool = False  # its text is in the reader's language already

    @property
    def field(self) -> str:
        return self.key.replace(".", "_")


def _five(*words: str) -> dict[str, str]:
    return {str(number): word for number, word in enumerate(words, start=1)}


QUALITY = _five(N_("very poor"), N_("poor"), N_("all right"), N_("good"), N_("very good"))
WELLBEING = _five(N_("very bad"), N_("bad"), N_("so-so"), N_("well"), N_("very well"))
EXTENT = _five(
    N_("not at all"), N_("a little"), N_("somewhat"), N_("quite a lot"), N_("completely")
)
SCALES = {
    Scale.FREQ: _five(N_("never"), N_("rarely"), N_("sometimes"), N_("often"), N_("always")),
    Scale.FIT: _five(
        N_("far too little"),
        N_("a bit too little"),
        N_("just right"),
        N_("a bit too much"),
        N_("far too much"),
    ),
}
OUT = {Scale.FREQ: N_("Does not apply"), Scale.FIT: N_("Not needed")}
LATER = N_("Skip")

_BOND = {
    Side.MENTEE: N_("How is the contact with your mentor?"),
    Side.MENTOR: N_("How is the contact with your mentee?"),
}
_FIXED = {
    "goal": Question(
        key="goal", text=N_("I am getting closer to what I want."), labels=EXTENT, skip=LATER
    ),
    "capacity": Question(
        key="capacity",
        text=N_("I have enough time and energy for this pairing."),
        labels=EXTENT,
        skip=LATER,
    ),
    "fit": Question(
        key="fit",
        text=N_("Does this pairing feel right so far?"),
        labels={
            "yes": N_("Yes"),
            "unsure": N_("I don't know yet"),
            "no": N_("No, I want to talk about it"),
        },
    ),
    "again": Question(
        key="again",
        text=N_("Would you like this kind of contact again?"),
        labels=EXTENT,
        skip=LATER,
    ),
    "renew": Question(
        key="renew",
        text=N_("You are halfway. Do you go on as you agreed?"),
        labels={"yes": N_("Yes, as we agreed"), "change": N_("I would like to agree anew")},
    ),
    "follow_up": Question(
        key="follow_up",
        text=N_("May we ask you two short questions three months after the end?"),
        labels={"yes": N_("Yes"), "no": N_("No")},
    ),
    "lasting": Question(
        key="lasting",
        text=N_("What we did together still helps me."),
        labels=EXTENT,
        skip=LATER,
    ),
    "mood": Question(
        key="mood",
        text=N_("How have you been these past weeks?"),
        labels=WELLBEING,
        skip=LATER,
        reader=Reader.YOU,
    ),
    "talk": Question(
        key="talk",
        text=N_("Do you want someone from the programme to contact you?"),
        labels={"no": N_("No"), "yes": N_("Yes")},
    ),
}


def keys(kind: CheckInKind, side: Side, tips: Sequence[Tip], *, is_first: bool) -> list[str]:
    """List what one check-in asks, in order: a pulse takes eight taps, the first one too."""
    if kind == CheckInKind.FIT:
        return ["fit"]
    if kind == CheckInKind.FOLLOW_UP:
        return ["lasting", "again"]
    own = "goal" if side == Side.MENTEE else "capacity"
    begin = ["bond", own, SAFE]
    if kind == CheckInKind.PULSE:
        middle = [f"{tip}.A" for tip in tips] + (["fit"] if is_first else [])
    else:
        middle = [f"{tip}.A" for tip in Tip if tip != Tip.SAFE] + [f"{tip}.B" for tip in Tip]
    last = {CheckInKind.MIDPOINT: ["renew"], CheckInKind.CLOSING: ["again", "follow_up"]}
    return [*begin, *middle, *last.get(kind, []), "mood", "talk"]


def tips_to_ask(*, is_first: bool) -> int:
    """In the first pulse, whether the pairing feels right takes the place of one tip."""
    return 2 if is_first else 3


def question(key: str, side: Side, language: str) -> Question:
    """Return a question in one side's words."""
    if key == "bond":
        return Question(key=key, text=_BOND[side], labels=QUALITY, skip=LATER)
    if key in _FIXED:
        return _FIXED[key]
    asked = item(key, side)
    scale = asked.scale
    return Question(
        key=key,
        text=asked.text(language),
        labels=SCALES[scale],
        skip=OUT[scale],
        is_content=True,
    )


def scale_of(key: str, side: Side) -> Scale:
    return item(key, side).scale
