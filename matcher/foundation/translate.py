"""Says marked sentences in a language: the one gettext service of pages, mails and commands.

The shipped `.po` files are compiled in memory at first use: no build step that can be forgotten,
no compiled file that can go stale.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from matcher.foundation.words import Language, Sentence

THOUSAND = 1000
TRANSLATIONS = Path(__file__).parents[1] / "translations"


@cache
def catalogue(language: Language) -> NullTranslations:
    """Return the sentences of a language. English is the language they are written in."""
    path = TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def grouped(number: int, language: Language) -> str:
    """Write a count as people of this language do: 1,435 or 1.435."""
    return format_decimal(number, locale=str(language)) if abs(number) >= THOUSAND else str(number)


def say(sentence: Sentence, language: Language) -> str:
    """Say a sentence, with its values, in a language."""
    words = catalogue(language)
    values = {
        name: say(value, language) if isinstance(value, Sentence) else value
        for name, value in sentence.values.items()
    }
    if sentence.many is not None:
        text = words.ngettext(sentence.text, sentence.many, int(values["num"]))
        values["num"] = grouped(int(values["num"]), language)
    else:
        text = words.gettext(sentence.text) if sentence.text else ""
    return text % values if values else text
