"""Says sentences, days and numbers in the reader's language."""

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, dates, numbers
from flask import Flask, has_request_context
from markupsafe import Markup, escape

from matcher.foundation.text import first_letters
from matcher.foundation.translate import catalogue, grouped, say
from matcher.foundation.words import Language, Sentence
from matcher.web.behind import asked, house, kept

__all__ = ["COOKIE", "_", "_l", "_n", "init_app", "language", "said", "say_in", "speak"]

COOKIE = "language"
LOCALES = {Language.EN: "en_GB", Language.NL: "nl_NL"}


def language() -> Language:
    """Return the reader's language: chosen, else the browser's, else English."""
    if not has_request_context():
        return Language.EN
    here = kept()
    spoken: Language | None = here.get("language")
    if spoken is None:
        chosen = asked().cookies.get(COOKIE, "")
        offered = asked().accept_languages.best_match(list(Language), default="en")
        spoken = here.language = Language.of(chosen if chosen in set(Language) else offered)
    return spoken


def speak(spoken: Language) -> None:
    """Speak this language for the rest of the request: the member's own, once we know them."""
    kept().language = spoken


def said(sentence: Sentence | str) -> str:
    """Say a marked sentence in the reader's language."""
    if isinstance(sentence, Sentence):
        return say(sentence, language())
    return _(sentence)


def _(text: str, **values: object) -> str:
    words = catalogue(language()).gettext(text) if text else ""
    return words % values if values else words


def _n(one: str, many: str, num: int, **values: object) -> str:
    words = catalogue(language()).ngettext(one, many, num)
    return words % {"num": grouped(num, language()), **values}


class _l(str):  # noqa: N801  # the name translators' tools look for
    """A sentence of a form field, said only when it is shown. WTForms expects a string."""

    __slots__ = ()

    def __str__(self) -> str:
        return _(str.__str__(self))

    def __html__(self) -> str:
        return str(escape(str(self)))

    def __mod__(self, values: object) -> str:
        return str(self) % values


def init_app(app: Flask) -> None:
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # from the extension
        _plain, lambda one, many, num: catalogue(language()).ngettext(one, many, num), newstyle=True
    )
    app.jinja_env.globals["language"] = language
    app.jinja_env.filters |= {
        "said": said,
        "day": day,
        "short_day": short_day,
        "moment": moment,
        "clock": clock,
        "percent": percent,
        "decimal": decimal,
        "number": number,
        "paragraphs": paragraphs,
        "language_name": language_name,
        "first_letters": first_letters,
    }


def _plain(text: str) -> str:
    return say_in(language(), text)


def say_in(spoken: Language, text: str) -> str:
    """Say a marked sentence without values in this language."""
    return catalogue(spoken).gettext(text) if text else ""


def zone() -> ZoneInfo:
    """Return the reader's time zone: their own when signed in, else the installation's."""
    return ZoneInfo(kept().get("zone") or house().config["ZONE"])


def _locale() -> str:
    return LOCALES[language()]


def _day_of(when: date | datetime) -> date:
    return when.astimezone(zone()).date() if isinstance(when, datetime) else when


# A page writes the same few days and shares many times, and working out a pattern takes long.


@lru_cache(maxsize=2000)
def _date(when: date, pattern: str, locale: str) -> str:
    return dates.format_date(when, pattern, locale=locale)


@lru_cache(maxsize=2000)
def _percent(share: float, locale: str) -> str:
    return numbers.format_percent(share, "#,##0 %", locale=locale)


@lru_cache(maxsize=2000)
def _decimal(number: float, places: int, locale: str) -> str:
    return numbers.format_decimal(number, "0." + "0" * places, locale=locale)


def day(when: date | datetime) -> str:
    """Thursday 11 March 2027, donderdag 11 maart 2027."""
    return _date(_day_of(when), "EEEE d MMMM y", _locale())


def short_day(when: date | datetime) -> str:
    """11 March, 11 maart; with its year when that is another one."""
    return _date(_day_of(when), "d MMM y", _locale())


def clock(when: datetime | time) -> str:
    """14:32, 14.32 uur."""
    shown = when.astimezone(zone()).time() if isinstance(when, datetime) else when
    return f"{shown:%H.%M} uur" if language() == Language.NL else f"{shown:%H:%M}"


def moment(when: datetime) -> str:
    return _("%(day)s at %(time)s", day=day(when), time=clock(when))


def percent(share: float) -> str:
    return _percent(share, _locale())


def number(count: int) -> str:
    """1,435 in English, 1.435 in Dutch."""
    return grouped(count, language())


def decimal(number: float, places: int = 2) -> str:
    return _decimal(number, places, _locale())


def language_name(code: str) -> str:
    """English, Nederlands → Engels, Nederlands: a language's name in the reader's language."""
    return str(Locale.parse(_locale()).languages.get(code, code))


def paragraphs(text: str) -> Markup:
    """Show text with its own line breaks, and nothing else of it taken for HTML."""
    blocks = [block for block in text.split("\n\n") if block.strip()]
    return Markup("").join(
        Markup("<p>%s</p>") % Markup("<br>").join(block.split("\n")) for block in blocks
    )
