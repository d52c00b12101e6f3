"""Hard rules: what removes a pair whatever its affinity, each with a stable code and a sentence."""

from collections.abc import Mapping

from matcher.foundation.words import N_, Sentence, sentence
from matcher.matching.result import Reason

# Stable: stored with runs and read by spreadsheets. Never rename one.
SENTENCES = {
    "same_person": N_("You cannot be your own mentor."),
    "avoid": N_("One of the two asked not to be paired with the other."),
    "same_organisation": N_("The two work for the same organisation, and one of them prefers not."),
    "no_shared_language": N_("The two share no language."),
    "no_shared_slot": N_("The two are never free at the same time."),
    "too_far": N_("The two cannot meet: different places, and not both online."),
    "must": N_("The programme asks for the same answer on “%(column)s”."),
    "must_differ": N_("The programme asks for different answers on “%(column)s”."),
    "must_share": N_("The two share no answer on “%(column)s”."),
    "at_least": N_("The two meet too little on “%(column)s”."),
    "forbidden": N_("This pair was ruled out by hand."),
    "declined": N_("One of the two said no to this pair before."),
    "offered": N_("The two have a proposal that waits for their answers."),
    "no_shared_topic": N_("The two chose no topic in common."),
    "paired": N_("The two are, or were, a pair already."),
    "no_places": N_("This mentor has no places."),
    "below_floor": N_("The two meet less than the lowest affinity the programme accepts."),
    "places_taken": N_("All mentors who could meet this need are better placed with others."),
    "copied": N_("“%(one)s” and “%(other)s” wrote nearly the same."),
    "list_of_words": N_("“%(id)s” wrote a list of words rather than sentences."),
    "no_offers": N_("There are no mentors."),
    # What would change it.
    "gain_moment": N_("One more free moment could help. Mentors who then fit: %(possible)d."),
    "gain_online": N_("Meeting online could help. Mentors who then fit: %(possible)d."),
    "gain_language": N_("One more language could help. Mentors who then fit: %(possible)d."),
    "gain_floor": N_("A lower floor could help. Mentors who then fit: %(possible)d."),
    "gain_place": N_("One more place could help. Mentors who fit: %(possible)d."),
    "ruled_out": N_("None of the %(total)d mentors is possible."),
}


def explain(reason: Reason) -> Sentence:
    """Make the sentence of a reason; a code of later days is shown as it is."""
    values: Mapping[str, object] = {"column": "", "total": 0, **reason.values}
    return sentence(SENTENCES.get(reason.code, "%(code)s"), code=reason.code, **values)
