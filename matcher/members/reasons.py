"""Why an administrator helps somebody with their account, and how they made sure who asks."""

from matcher.foundation.words import N_

REASONS = {
    "lost": N_("A phone or computer was lost or stolen"),
    "stranger": N_("Somebody else may have been in the account"),
    "locked_out": N_("They cannot get in any more"),
    "asked": N_("They asked for it"),
}
# The same, as the person themselves is told: it goes on after "because".
BECAUSE = {
    "lost": N_("a phone or computer of yours was lost or stolen"),
    "stranger": N_("somebody else may have been in your account"),
    "locked_out": N_("you could not get in any more"),
    "asked": N_("you asked for it"),
}
# How an administrator made sure who asks. A mail or a message is none of these.
MADE_SURE = {
    "met": N_("We met in person"),
    "called": N_("I called them at a number that we had already"),
    "vouched": N_("Somebody who knows them spoke with them, and vouches for it"),
}
