"""What kinds of work and tasks are called; one that has no name yet is called by its own."""

from matcher.foundation.words import N_

JOBS = {
    "apply_import": N_("Bring a spreadsheet in"),
    "check_import": N_("Check a spreadsheet"),
    "decide_proposals": N_("Decide many proposals"),
    "match_run": N_("Match"),
    "make_takeout": N_("Gather what we keep about somebody"),
    "erase_member": N_("Erase somebody"),
    "forget_traces": N_("Erase what others wrote about somebody"),
    "members.reset": N_("Send a link for a new password"),
    "publish_proposals": N_("Tell people of their proposals"),
    "try_settings": N_("Try other settings of the matching"),
    "weigh_pair": N_("Weigh one pair by hand"),
}
TASKS = {
    "back_up": N_("Back up, and try the backup"),
    "tidy": N_("Put away old mails and finished work"),
    "signals": N_("Pass on what waits too long"),
    "check-ins": N_("Check-ins and their reminders"),
    "meetings": N_("See who does not meet"),
    "health": N_("Reckon how each pair does"),
    "count_supplies": N_("Count what large programmes lack"),
    "beginnings": N_("See which pairs begin badly"),
    "goodbyes": N_("See who says no goodbye"),
    "expire_offers": N_("Close offers that nobody answered"),
    "publish_planned": N_("Publish on the planned day"),
    "enrolments.pauses": N_("End pauses of people"),
    "pairings.pauses": N_("End pauses of pairs"),
    "pairings.cards": N_("Show the next tip"),
    "pairings.resources": N_("Ask whether an advice was tried"),
    "pairings.styles": N_("Learn which style of tips helps"),
    "pairings.context": N_("Take back lines that were shared for a while"),
    "coordination.pauses": N_("Look back on pauses after something hard"),
    "pairings.endings": N_("See which pairs come to their end"),
    "read_returns": N_("Read which mails came back"),
    "sweep": N_("Erase what was kept long enough"),
    "seal_trail": N_("Seal the trail"),
    "reports": N_("Make reports"),
}
