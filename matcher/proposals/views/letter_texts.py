"""A programme's mails about proposals, as a coordinator reads and changes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.foundation.translate import say
from matcher.foundation.words import N_, Language
from matcher.guidance.tips import Side
from matcher.programmes.models import Programme
from matcher.programmes.views.words import told
from matcher.proposals.models.letter_text import LetterKind, LetterText
from matcher.proposals.queries.letter_texts import WHICH, Which, key_of
from matcher.proposals.services.letters import BY, FOUND, MEET, REMINDED, STILL, spoken
from matcher.proposals.wording import Wording

KINDS = {LetterKind.OFFERED: N_("The proposal"), LetterKind.REMINDED: N_("The reminder, halfway")}
TO = {Side.MENTEE: N_("To the mentee"), Side.MENTOR: N_("To the mentor")}
# Our own words as a coordinator would write them, to begin with.
BRACES = {
    Language.EN: {"name": "{partner}", "day": "{day}"},
    Language.NL: {"name": "{partner}", "day": "{dag}"},
}
NAMES = {
    Language.EN: ("{partner}", "{day}", "{programme}", "{contact}"),
    Language.NL: ("{partner}", "{dag}", "{programma}", "{contactpersoon}"),
}
EXAMPLES = {Side.MENTEE: "Marijke", Side.MENTOR: "Yara"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One mail in one language for one side."""

    key: str
    kind: str
    to: str
    language: Language
    subject: str
    paragraphs: tuple[str, ...]
    is_own: bool
    version: int
    names: tuple[str, ...]


def letter_lines(
    programme: Programme, texts: Mapping[Which, LetterText], *, today: date, language: Language
) -> tuple[LetterLine, ...]:
    return tuple(
        letter_line(programme, which, texts.get(which), today=today, language=language)
        for which in WHICH.values()
    )


def letter_line(
    programme: Programme,
    which: Which,
    text: LetterText | None,
    *,
    today: date,
    language: Language,
) -> LetterLine:
    kind, side, spoken_in = which
    words = Wording(text.subject, text.body) if text else first_words(which)
    subject, paragraphs = example(programme, which, words, today=today)
    return LetterLine(
        key=key_of(which),
        kind=told(KINDS[kind], language),
        to=told(TO[side], language),
        language=spoken_in,
        subject=subject,
        paragraphs=paragraphs,
        is_own=text is not None,
        version=text.version if text else 0,
        names=NAMES[spoken_in],
    )


def first_words(which: Which) -> Wording:
    """Return our own words with braces in them, for a coordinator to begin with."""
    kind, side, language = which
    values = BRACES[language]
    if kind == LetterKind.OFFERED:
        body = [told(MEET[side], language, **values), told(BY, language, **values)]
        return Wording(told(FOUND[side], language), "\n\n".join(body))
    return Wording(told(REMINDED, language), told(STILL, language, **values))


def example(
    programme: Programme, which: Which, words: Wording, *, today: date
) -> tuple[str, tuple[str, ...]]:
    """Fill a mail in with made-up names."""
    _kind, side, language = which
    values = {
        "partner": EXAMPLES[side],
        "day": spoken(today, language),
        "programme": programme.name(language),
        "contact": programme.contact.name,
    }
    paragraphs = tuple(say(each, language) for each in words.paragraphs(values))
    return say(words.heading(values), language), paragraphs
