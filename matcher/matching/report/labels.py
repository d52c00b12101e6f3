"""What criteria, ways of being alike and figures are called in a report."""

from matcher.foundation.words import N_, Language
from matcher.matching.snapshot import Snapshot
from matcher.matching.words.concepts import shipped_topics

CRITERIA = {
    "topics": N_("Topics"),
    "words": N_("Own words"),
    "languages": N_("Languages"),
    "availability": N_("Times"),
    "place": N_("Place"),
    "style": N_("Way of helping"),
}
WAYS = {
    "words": N_("the same words"),
    "themes": N_("the same themes"),
    "topics": N_("words about the same topic"),
    "parts": N_("parts of words about the same topic"),
    "bridge": N_("words with a related meaning, in either language"),
    "encoder": N_("sentences with a related meaning"),
}
MEASURES = {
    "worst": N_("Lowest affinity of a mentee"),
    "tenth": N_("Nine in ten mentees have at least"),
    "mean": N_("Mean affinity"),
    "used": N_("Mentors with a mentee"),
    "unused": N_("Mentors with places and without a mentee"),
    "blocking": N_("Pairs who would both rather have each other"),
}


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


def criterion_label(name: str) -> str:
    """Return the label of a criterion we know, or the name the policy gave it."""
    return CRITERIA.get(name, name)


def topic_labels(snapshot: Snapshot, language: Language) -> dict[str, str]:
    topics = snapshot.topics or shipped_topics()
    return {each.id: each.labels.get(str(language), each.id) for each in topics}
