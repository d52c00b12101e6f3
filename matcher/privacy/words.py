"""The words of the register: why something is kept, on which ground, for how long, and for whom."""

from enum import StrEnum

from matcher.foundation.columns import Audience, Keep
from matcher.foundation.words import N_


class Basis(StrEnum):
    """On which ground of the law something is kept."""

    CONSENT = "consent"
    EXPLICIT = "explicit"
    AGREEMENT = "agreement"
    DUTY = "duty"
    INTEREST = "interest"


BASES = {
    Basis.CONSENT: N_("You agreed to it when you signed up (GDPR article 6.1.a)"),
    Basis.EXPLICIT: N_("You tell it yourself, on purpose (GDPR articles 6.1.a and 9.2.a)"),
    Basis.AGREEMENT: N_("Without it we cannot give you an account (GDPR article 6.1.b)"),
    Basis.DUTY: N_("The law asks for it (GDPR article 6.1.c)"),
    Basis.INTEREST: N_("The programme cannot be run with care without it (GDPR article 6.1.f)"),
}
AUDIENCES = {
    Audience.PUBLIC: N_("Everyone"),
    Audience.OWN: N_("Only you"),
    Audience.PAIR: N_("The two of you, and the coordinators of your programme"),
    Audience.COORDINATOR: N_("You, and the coordinators of your programme"),
    Audience.SAFEGUARDING: N_("You, and the one person you told it to"),
    Audience.SYSTEM: N_("Nobody"),
    Audience.SECRET: N_("Nobody: it is only compared, never shown"),
}
KEEPS = {
    Keep.ACCOUNT: N_("As long as you have an account"),
    Keep.PROGRAMME: N_("Until one year after the programme ends"),
    Keep.PAIRING: N_("Until one year after the pairing ends"),
    Keep.SHORT: N_("Thirty days"),
    Keep.CHOSEN: N_("Until the day that was chosen"),
    Keep.ROW: N_("As long as what it belongs to"),
    Keep.AUDIT: N_("Seven years"),
}
