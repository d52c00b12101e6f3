"""First drafts of messages that a coordinator makes their own before sending them."""

from matcher.foundation.words import N_

DID = {
    "nudge": N_(
        "Thank you for telling us how it goes. I have sent a short message, without a word of "
        "what you answered. In two weeks I ask you how it is."
    ),
    "talk": N_(
        "Thank you for our talk. We agreed what you do and what I do. Nobody else hears what you "
        "told me. Call me when something changes."
    ),
    "three_way": N_(
        "Thank you for telling us how it goes. I prepare a talk of the three of us, together "
        "with you. It only takes place when you both want it."
    ),
    "pause": N_("You both rest for a while now. I get in touch when the pause is over."),
    "rematch": N_(
        "This pairing has ended, and nobody is to blame. You wait for a new partner now. I call "
        "you to hear what you are looking for."
    ),
    "close": N_("You are going to finish. I help you to do it well."),
    "escalate": N_("I have asked a colleague to look with me, because this matters."),
    "repaired": N_("Good that you talked. I look again after the next two check-ins."),
}
TOLD = N_("Thank you for telling us how it goes. This is what I did:")
