"""Greets people by the hour of their own clock."""

from datetime import datetime

from matcher.foundation.words import N_, Sentence, sentence

NOON, EVENING = 12, 18


def hello(now: datetime, name: str) -> Sentence:
    """Greet somebody by first name. `now` is in their own time zone."""
    first = name.split(" ", 1)[0]
    if now.hour < NOON:
        return sentence(N_("Good morning, %(name)s"), name=first)
    if now.hour < EVENING:
        return sentence(N_("Good afternoon, %(name)s"), name=first)
    return sentence(N_("Good evening, %(name)s"), name=first)
