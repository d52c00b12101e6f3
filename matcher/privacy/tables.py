"""What the tables of a pair's space and of a coordinator's desk are called for a reader."""

from matcher.foundation.words import N_

OF_THE_SPACE = {
    "answer_leave": N_("What your answers may be used for"),
    "context_line": N_("What goes on just now"),
    "entry_reply": N_("Answers to your own words"),
    "heard_line": N_("What was heard in a meeting"),
    "keeper": N_("Who looks after a pairing"),
    "own_entry": N_("Your own words"),
    "talk_balance": N_("Who talked most"),
}
OF_THE_DESK = {
    "appeal": N_("Whom a programme looks for"),
    "calendar_feed": N_("A coordinator’s calendar"),
    "circular": N_("Messages to many"),
    "letter_text": N_("Mails in the programme’s own words"),
    "publication": N_("When pairs are told"),
    "supply": N_("What there is too little of"),
}
