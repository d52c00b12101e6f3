"""Messages and guides that a coordinator begins with, and makes their own."""

from matcher.foundation.words import N_, Sentence, sentence

NUDGES = {
    "W1": N_(
        "Hello %(name)s,\nYou and %(partner)s have not met yet. The first time is often the "
        "hardest to plan. Shall I help you to find a moment? On your page together you can "
        "propose a time."
    ),
    "W2": N_(
        "Hello %(name)s,\nIt is a while since you and %(partner)s met. That happens. Is there "
        "something that gets in the way, and can I help? On your page together you can propose "
        "a time."
    ),
    "W3": N_(
        "Hello %(name)s,\nI have not heard from you for a while, and that is fine. How is it "
        "going with you and %(partner)s? One line is enough, or call me."
    ),
}
NUDGE = N_(
    "Hello %(name)s,\nHow is it going with you and %(partner)s? I am curious, and glad to think "
    "along. Would you like to call this week?"
)
AGENDA = N_(
    "How do we look back on the past weeks?\nWhat do we each need to go on well?\nWhat do we agree?"
)
GUIDE = (
    N_("How are you, and how is it going with the two of you?"),
    N_("What goes well, and what would you like to keep?"),
    N_("What is hard? Tell me about the last time it was."),
    N_("What did you try already, and what did it do?"),
    N_("What would you like to be different, and what is the first small step?"),
    N_("What do you want me to do, and what may I tell the other one? Nothing is fine too."),
)


def nudge_draft(code: str, name: str, partner: str) -> Sentence:
    """Draft a message by what was noticed. It never says what somebody answered."""
    return sentence(NUDGES.get(code, NUDGE), name=name.split(" ", maxsplit=1)[0], partner=partner)
