"""The closed lists that people choose from, each value with the words shown for it."""

from matcher.foundation.words import N_
from matcher.guidance.tips import Side
from matcher.programmes.models.enrolment import Meets
from matcher.programmes.models.programme import Level, Objective

LANGUAGES = (
    *("nl", "en", "ar", "bg", "de", "es", "fa", "fr", "hi", "it", "ku", "pl", "ps", "pt"),
    *("ro", "ru", "so", "sw", "ti", "tr", "uk", "ur", "vi", "zh"),
)
# What a new programme begins with; its coordinator takes away or adds.
FIRST_LANGUAGES = ("nl", "en", "ar", "fr", "pl", "ti", "tr", "uk")

DAYS = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
}
PARTS = {"morning": N_("Morning"), "afternoon": N_("Afternoon"), "evening": N_("Evening")}
SLOTS = tuple(f"{day}-{part}" for day in DAYS for part in PARTS)

MODES = {"online": N_("Online, by video or phone"), "in_person": N_("In person")}
MEETS = {
    Meets.EITHER: N_("Both are fine"),
    Meets.IN_PERSON: N_("In person"),
    Meets.ONLINE: N_("Online, by video or phone"),
}
SIDES = {Side.MENTEE: N_("mentee"), Side.MENTOR: N_("mentor")}

STYLES = {
    "listen": N_("Listening"),
    "think_along": N_("Thinking along"),
    "do_together": N_("Doing things together"),
    "inform": N_("Explaining how things work"),
}

# The names are those of the matching, so that its reasons can be said in these words.
CRITERIA = {
    "topics": N_("Topics"),
    "words": N_("Own words"),
    "languages": N_("Languages"),
    "availability": N_("When people can meet"),
    "place": N_("Where and how people meet"),
    "style": N_("Way of helping"),
}
LEVELS = {
    Level.DECISIVE: N_("Decisive"),
    Level.HIGH: N_("Important"),
    Level.SOME: N_("Counts a little"),
    Level.OFF: N_("Does not count"),
}
FIRST_CRITERIA = {
    "topics": Level.DECISIVE,
    "words": Level.HIGH,
    "languages": Level.SOME,
    "availability": Level.SOME,
    "place": Level.SOME,
    "style": Level.SOME,
}

# That nobody is their own mentor, and that wishes to avoid somebody hold, is no choice.
RULES = {
    "no_shared_language": N_("They speak a language in common"),
    "no_shared_slot": N_("They are free at the same time"),
    "too_far": N_("They live in the same place, or both can meet online"),
    "no_shared_topic": N_("They chose at least one topic in common"),
    "same_organisation": N_("They are of different organisations"),
}
FIRST_RULES = ("no_shared_language", "no_shared_slot", "too_far")

OBJECTIVES = {
    Objective.COVERAGE: N_("As many mentees as possible, then the best pairs"),
    Objective.QUALITY: N_("The best pairs, even if more people wait"),
    Objective.FAIR: N_("As many mentees as possible, and nobody much worse off than others"),
}

ADMISSION = {
    "intake_talk": N_("An intake talk"),
    "reference": N_("A reference"),
    "training": N_("A training"),
    "vog": N_("A certificate of good conduct (VOG)"),
}
