"""Each reason for keeping something, as a reader is told it, and its ground in the law."""

from matcher.foundation.words import N_
from matcher.privacy.words import Basis

# By the name that the models give it.
PURPOSES = {
    "keeps the account safe": (N_("Keeping your account safe"), Basis.INTEREST),
    "lets the member sign in": (N_("Letting you sign in"), Basis.AGREEMENT),
    "answers for what was done": (
        N_("Being able to answer for what was done, and by whom"),
        Basis.DUTY,
    ),
    "says who somebody is": (N_("Knowing who you are"), Basis.AGREEMENT),
    "serves the member": (N_("Serving you in your language, role and time zone"), Basis.AGREEMENT),
    "reaches a member": (N_("Reaching you"), Basis.AGREEMENT),
    "delivers a mail and shows what was sent": (
        N_("Delivering mails, and showing what was sent"),
        Basis.AGREEMENT,
    ),
    "sends no mail that somebody does not want": (
        N_("Sending no mail that you do not want"),
        Basis.AGREEMENT,
    ),
    "shows a member who opened what of theirs": (
        N_("Showing you who opened what of yours"),
        Basis.DUTY,
    ),
    "tells what the programme is": (N_("Telling what a programme is"), Basis.INTEREST),
    "settles how the programme works": (N_("Settling how a programme works"), Basis.INTEREST),
    "gives a member a copy of their data": (N_("Giving you a copy of your data"), Basis.DUTY),
    "lets a stand-in hear what cannot wait": (
        N_("Letting somebody stand in when a coordinator is away"),
        Basis.INTEREST,
    ),
    "finds a partner": (N_("Finding a partner for you"), Basis.CONSENT),
    "lets two people look before a text is shown": (
        N_("Having two people look at a text before it is shown"),
        Basis.INTEREST,
    ),
    "says a tip in the programme's own words": (
        N_("Saying a tip in the programme’s own words"),
        Basis.INTEREST,
    ),
    "brings mentors together to learn": (N_("Bringing mentors together to learn"), Basis.CONSENT),
    "brings a spreadsheet in": (N_("Bringing a spreadsheet in"), Basis.INTEREST),
    "finds pairs and answers for them": (
        N_("Finding pairs, and being able to say why"),
        Basis.CONSENT,
    ),
    "shows how a programme goes as a whole": (
        N_("Showing how a programme goes as a whole"),
        Basis.INTEREST,
    ),
    "shows where help is to be found": (N_("Showing where help is to be found"), Basis.INTEREST),
    "keeps what a coordinator has in hand": (
        N_("Keeping what a coordinator has in hand"),
        Basis.INTEREST,
    ),
    "learns which style of card helps": (
        N_("Learning which way of saying a tip helps"),
        Basis.CONSENT,
    ),
    "compares settings before they are used": (
        N_("Comparing settings before they are used"),
        Basis.INTEREST,
    ),
    "tells everyone what was done with their answers": (
        N_("Telling everyone what was done with their answers"),
        Basis.INTEREST,
    ),
    "finds and introduces a partner": (
        N_("Finding a partner, and introducing you to each other"),
        Basis.CONSENT,
    ),
    "shows who may begin": (N_("Knowing who may begin"), Basis.INTEREST),
    "proves what was agreed to": (N_("Proving what you agreed to"), Basis.DUTY),
    "keeps two people apart": (N_("Keeping two people apart who should not meet"), Basis.INTEREST),
    "serves the two people": (N_("Serving the two of you"), Basis.CONSENT),
    "looks after the pairing": (N_("Looking after a pairing"), Basis.CONSENT),
    "lets a coordinator weigh a pair": (N_("Letting a coordinator weigh a pair"), Basis.CONSENT),
    "keeps what two people agreed on": (N_("Keeping what two people agreed on"), Basis.CONSENT),
    "brings the next tip at the right time": (
        N_("Bringing the next tip at the right time"),
        Basis.CONSENT,
    ),
    "notices in time when a pairing needs help": (
        N_("Noticing in time when a pairing needs help"),
        Basis.CONSENT,
    ),
    "lets the two come back to what was said": (
        N_("Coming back to what was said in a meeting"),
        Basis.CONSENT,
    ),
    "lets somebody look back on their own listening": (
        N_("Looking back on your own listening"),
        Basis.CONSENT,
    ),
    "tells the mentor what goes on just now": (
        N_("Telling your mentor what goes on just now"),
        Basis.CONSENT,
    ),
    "gives room to how somebody is": (N_("Giving room to how you are"), Basis.EXPLICIT),
    "answers what somebody shared": (N_("Answering what somebody shared"), Basis.CONSENT),
    "lets the two finish well": (N_("Letting two people finish well"), Basis.CONSENT),
    "lets somebody ask for help in confidence": (
        N_("Letting you ask for help in confidence"),
        Basis.EXPLICIT,
    ),
    "lets two people see what the other expects": (
        N_("Letting two people see what the other expects"),
        Basis.CONSENT,
    ),
    "belongs to whoever wrote it": (N_("Keeping what you wrote for yourself"), Basis.CONSENT),
    "brings practical help that was asked for": (
        N_("Bringing practical help that was asked for"),
        Basis.CONSENT,
    ),
    "notices when help becomes too much": (
        N_("Noticing when help becomes too much"),
        Basis.CONSENT,
    ),
    "shows two people who read what they shared": (
        N_("Showing two people who read what they shared"),
        Basis.CONSENT,
    ),
    "brings the two together": (N_("Bringing the two of you together"), Basis.CONSENT),
    "keeps each side's own answer": (N_("Keeping each side’s own answer"), Basis.CONSENT),
    "brings somebody to the help they need": (
        N_("Bringing you to the help you need"),
        Basis.CONSENT,
    ),
    "helps two people over a hard stretch": (
        N_("Helping two people over a hard stretch"),
        Basis.CONSENT,
    ),
    "leaves out what somebody does not want": (
        N_("Leaving out what you do not want"),
        Basis.CONSENT,
    ),
    "lets two people learn from each other's advice": (
        N_("Letting two people learn from each other’s advice"),
        Basis.CONSENT,
    ),
    "remembers what was done for a pairing": (
        N_("Remembering what was done for a pairing"),
        Basis.INTEREST,
    ),
    "lets the mentee steer the mentoring": (N_("Letting the mentee steer"), Basis.CONSENT),
    "brings two people and a coordinator to one table": (
        N_("Bringing two people and a coordinator to one table"),
        Basis.CONSENT,
    ),
    "brings what is due into a coordinator's calendar": (
        N_("Bringing what is due into a coordinator’s calendar"),
        Basis.INTEREST,
    ),
    "opens a calendar": (N_("Opening a calendar by its secret address"), Basis.INTEREST),
    "keeps the library of use to people": (N_("Keeping the library of use"), Basis.INTEREST),
    "notices when agreed hours are not kept": (
        N_("Noticing when agreed hours are not kept"),
        Basis.CONSENT,
    ),
    "remembers what somebody allowed": (N_("Remembering what you allowed"), Basis.CONSENT),
    "says it in the programme's own words": (
        N_("Saying something in the programme’s own words"),
        Basis.INTEREST,
    ),
    "says what there is too little of": (
        N_("Knowing what there is too little of"),
        Basis.INTEREST,
    ),
    "says which colleague has the same pair before them": (
        N_("Seeing which colleague has the same pair open"),
        Basis.INTEREST,
    ),
    "says who looks after a pairing": (N_("Knowing who looks after a pairing"), Basis.INTEREST),
    "tells people at the right moment": (N_("Telling you at the right moment"), Basis.CONSENT),
    "tells what was written to whom": (N_("Knowing what was written to whom"), Basis.INTEREST),
    "tells whom a programme looks for": (N_("Telling whom a programme looks for"), Basis.INTEREST),
}
