"""Which passwords are too easy to guess: common ones, simple patterns, one's own name."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from matcher.foundation.text import fold
from matcher.foundation.words import N_, Sentence, sentence

SHORTEST = 12
LONGEST = 200
FEWEST_DIFFERENT = 5
# A word shorter than this says nothing about how easy the whole is to guess.
WORD = 3
LIST = Path(__file__).with_name("guessable.txt")
# Rows of keys, the alphabet and the digits, as people walk along them.
WALKS = (
    *("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm"),
    *("azertyuiopqsdfghjklmwxcvbn", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"),
)
LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
OUR_NAMES = ("samensterk", "samen sterk", "mentor", "mentee", "mentoring")


def weakness(password: str, *, about: Iterable[str] = ()) -> Sentence | None:
    """Say what is wrong with a new password, or nothing. `about`: their name and address."""
    if len(password) < SHORTEST:
        return sentence(
            N_("Use at least %(num)d characters. A few words in a row do well."), num=SHORTEST
        )
    if len(password) > LONGEST:
        return sentence(N_("Please keep this under %(max)d characters."), max=LONGEST)
    plain = fold(password)
    if len(set(plain)) < FEWEST_DIFFERENT or _is_walk(plain):
        return sentence(
            N_("This is a simple pattern, and so easy to guess. Try a few words in a row.")
        )
    if plain in common() or _core(plain) in _cores():
        return sentence(N_("Many people use this password. Try a few words in a row."))
    if _is_about(plain, about):
        return sentence(
            N_("This is easy to guess for who knows you. Leave out your name and address.")
        )
    return None


@cache
def common() -> frozenset[str]:
    """Return the passwords of twelve characters or more that guessers try first."""
    return frozenset(LIST.read_text().split("\n")) - {""}


@cache
def _cores() -> frozenset[str]:
    return frozenset(core for core in map(_core, common()) if len(core) > WORD)


def _core(plain: str) -> str:
    """Leave out what people add to a word: digits and signs at its ends, letters replaced."""
    bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    return re.sub(r"[\W_]", "", bare.translate(LOOKALIKES))


def _is_walk(plain: str) -> bool:
    """Tell whether it is mostly one piece repeated, or a walk along the keys."""
    if re.fullmatch(r"(.{1,5}?)\1{2,}.{0,5}", plain):
        return True
    steps = [plain[at : at + 3] for at in range(len(plain) - 2)]
    walked = sum(any(step in walk or step in walk[::-1] for walk in WALKS) for step in steps)
    return walked >= len(steps) * 0.7


def _is_about(plain: str, about: Iterable[str]) -> bool:
    """Tell whether little is left once the person's own words, and ours, are taken out."""
    own = {word for text in about for word in re.split(r"[\W_]+", fold(text)) if len(word) >= WORD}
    rest = plain
    for word in sorted(own | set(OUR_NAMES), key=len, reverse=True):
        rest = rest.replace(word, "")
    return rest != plain and len(re.sub(r"[\W\d_]", "", rest)) <= WORD
