"""Text as people may send it: one form of every letter, and no invisible control characters."""

import re
import unicodedata

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

# Line feeds and tabs are how people write; everything else of category C steers machines.
# Joiners are kept: emoji and several scripts are written with them.
KEPT = {"\n", "\t", "\u200c", "\u200d"}
REFUSED = {"Cc", "Cs", "Co", "Cn"}
STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class NotText(RuleBroken):
    """What was sent holds characters that are no text."""


def clean(text: str) -> str:
    """Return text in one normal form, without space at its ends. Refuse control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(unicodedata.category(each) in REFUSED and each not in KEPT for each in text):
        raise NotText(N_("This holds characters that cannot be shown. Please type it again."))
    return STEERING.sub("", unicodedata.normalize("NFC", text)).strip()


def clean_line(text: str) -> str:
    """Return text for one line: with line ends, a name could pose as something else."""
    cleaned = clean(text)
    if "\n" in cleaned or "\t" in cleaned:
        raise NotText(N_("Please write this on one line."))
    return cleaned


def fold(text: str) -> str:
    """Return the form in which two spellings of one address or name are equal."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def first_letters(name: str) -> str:
    """Yara de Boer → YB: of the first and of the last of somebody's names, for their face."""
    parts = name.split()
    return (parts[0][:1] + (parts[-1][:1] if len(parts) > 1 else "")).upper() if parts else "?"
