"""What the eight tips, their stages and styles are called, and each tip in one sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.foundation.words import N_
from matcher.guidance.tips import Side, Stage, Tip


@dataclass(frozen=True, slots=True)
class Title:
    """A tip's name and its shortest form, both marked for translation."""

    name: str
    short: str
    more: str


TITLES: Mapping[Tip, Title] = {
    Tip.LISTEN: Title(
        N_("Really listen"),
        N_("Say back what you heard. Ask whether it is right."),
        N_(
            "After a meeting the mentor writes what they heard. The mentee says “that is right” or "
            "adds to it. Before the next meeting you both read it again."
        ),
    ),
    Tip.EMPATHY: Title(
        N_("Put yourself in their place"),
        N_("Ask how it is for the other before you compare."),
        N_(
            "The mentee says what would help today: hear me out, think along, do it with me, "
            "or tell me what you know."
        ),
    ),
    Tip.EXPRESS: Title(
        N_("Give room to feelings"),
        N_("Say thank you first. Solving can wait."),
        N_(
            "You may write how you are, for yourself or to share. Who shares gets thanks first, "
            "not a solution."
        ),
    ),
    Tip.PRACTICAL: Title(
        N_("Help with something small"),
        N_("Ask which help is wanted, and do it together."),
        N_("Only the mentee asks for help. Afterwards they say: too little, just right, too much."),
    ),
    Tip.AUTONOMY: Title(
        N_("Let the other choose"),
        N_("The goal and the agenda belong to the mentee."),
        N_("A mentor's idea is a proposal until the mentee takes it over."),
    ),
    Tip.RESOURCES: Title(
        N_("Show the way"),
        N_("One good source of help works better than five links."),
        N_("Ask what is known, share one thing, and ask later whether it was of use."),
    ),
    Tip.SAFE: Title(
        N_("Make it safe"),
        N_("Agree what stays between the two of you."),
        N_(
            "At every field you see who reads along. Stopping or pausing needs no reason. There is "
            "always a person you can turn to."
        ),
    ),
    Tip.FEEDBACK: Title(
        N_("Ask for advice"),
        N_("What could I do differently? Then try it."),
        N_("A few times a year we ask you both how it goes, in under two minutes."),
    ),
}

STAGES: Mapping[Stage, str] = {
    Stage.BEFORE: N_("Before the first meeting"),
    Stage.EARLY: N_("The first weeks"),
    Stage.MIDDLE: N_("On the way"),
    Stage.RUPTURE: N_("A hard stretch"),
    Stage.CLOSING: N_("Towards the end"),
}
STYLES: Mapping[str, str] = {
    "plain": N_("Plain advice"),
    "example": N_("An example sentence"),
    "ifthen": N_("An if-then plan"),
}
READERS: Mapping[Side, str] = {
    Side.MENTEE: N_("For the mentee"),
    Side.MENTOR: N_("For the mentor"),
}
