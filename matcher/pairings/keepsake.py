"""The mentee's take-away as a PDF: pure, from plain values to bytes, in any of our scripts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from unicodedata import bidirectional, name

from matcher.foundation.words import N_

# Scripts by the first word of their letters' names. Each font takes a moment to read, so it is read
# only where one of its letters stands.
SANS = ("justmytype_western_core", "notosans", "NotoSans[wdth,wght].ttf")
SCRIPTS = {
    "ARABIC": ("justmytype_intl_rtl", "notosansarabic", "NotoSansArabic[wdth,wght].ttf"),
    "HEBREW": ("justmytype_intl_rtl", "notosanshebrew", "NotoSansHebrew[wdth,wght].ttf"),
    "ETHIOPIC": ("justmytype_intl_africa", "notosansethiopic", "NotoSansEthiopic[wdth,wght].ttf"),
}
REGULAR = {"wght": 400.0}
# Drawn thin, as it comes.
THIN = {"HEBREW"}
HEADINGS = {
    "can_do": N_("What I can do now"),
    "goal": N_("My next goal"),
    "people": N_("People around me"),
    "places": N_("Where I find help"),
}
WORDS = (
    N_("A moment that stays"),
    N_("A strength of yours"),
    N_("Advice for what comes"),
)
# The colours of the pages: text, quiet text, where two meet, and what a mentor says.
INK, QUIET, MEET, OFFER = (19, 38, 30), (63, 80, 72), (10, 92, 67), (16, 72, 111)
LINE = (223, 223, 214)
MARGIN = 24
ARCH, ARCH_WIDTH = "static/svg/logo.svg", 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Keepsake:
    """What stands in it. `words`: a moment, a strength and advice, where they were shown."""

    name: str
    mentor: str
    programme: str
    since: date
    until: date
    parts: Mapping[str, str]
    words: tuple[str, str, str] | None


Say = Callable[..., str]
Day = Callable[[date], str]


def keepsake_pdf(kept: Keepsake, *, say: Say, day: Day) -> bytes:
    """Draw it in the reader's language: `say` translates, `day` writes a date."""
    pdf = _empty(say(N_("What I take along")), kept)
    _line(pdf, say(N_("What I take along")), size=24, colour=MEET, gap=2)
    _line(pdf, kept.name, size=18, gap=2)
    values = {"mentor": kept.mentor, "since": day(kept.since), "until": day(kept.until)}
    _line(
        pdf, say(N_("With %(mentor)s, from %(since)s to %(until)s"), **values), colour=QUIET, gap=1
    )
    _line(pdf, kept.programme, colour=QUIET, gap=6)
    for part, heading in HEADINGS.items():
        _section(pdf, say(heading), kept.parts.get(part, "") or say(N_("Room to write")))
    if kept.words:
        _rule(pdf)
        _line(pdf, say(N_("From %(mentor)s"), mentor=kept.mentor), size=16, colour=OFFER, gap=3)
        for heading, words in zip(WORDS, kept.words, strict=True):
            _section(pdf, say(heading), words, colour=OFFER)
    _rule(pdf)
    _line(pdf, say(N_("This page belongs to you. Nobody else has a copy.")), size=9, colour=QUIET)
    return bytes(pdf.output())


def _empty(title: str, kept: Keepsake) -> Any:
    from fpdf import FPDF  # noqa: PLC0415  # slow to import, and seldom needed

    pdf = FPDF(format="A4")
    pdf.add_font("sans", "", str(_font(*SANS)))
    others = _scripts("".join([kept.name, kept.mentor, *kept.parts.values(), *(kept.words or ())]))
    for script in others:
        weight = REGULAR if script in THIN else None
        pdf.add_font(script, "", str(_font(*SCRIPTS[script])), variations=weight)
    pdf.set_fallback_fonts(others, exact_match=False)
    pdf.set_text_shaping(use_shaping_engine=True)
    pdf.set_title(title)
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    pdf.add_page()
    pdf.image(str(files("matcher").joinpath(ARCH)), w=ARCH_WIDTH)
    pdf.ln(6)
    return pdf


def _scripts(text: str) -> list[str]:
    named = {name(each, "").split(" ", 1)[0] for each in set(text)}
    return [script for script in SCRIPTS if script in named]


def _font(package: str, family: str, file: str) -> Path:
    return Path(str(files(package))) / "fonts" / "ofl" / family / file


def _section(pdf: Any, heading: str, text: str, *, colour: tuple[int, int, int] = MEET) -> None:
    _line(pdf, heading, size=13, colour=colour, gap=1)
    _line(pdf, text, gap=5)


def _rule(pdf: Any) -> None:
    pdf.set_draw_color(*LINE)
    pdf.line(MARGIN, pdf.get_y(), pdf.w - MARGIN, pdf.get_y())
    pdf.ln(5)


def _line(
    pdf: Any, text: str, *, size: float = 11.5, colour: tuple[int, int, int] = INK, gap: float = 0
) -> None:
    pdf.set_font("sans", size=size)
    pdf.set_text_color(*colour)
    for line in text.splitlines() or [""]:
        side = "R" if _is_rtl(line) else "L"
        pdf.multi_cell(0, size * 0.55, line, align=side, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(gap)


def _is_rtl(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    first = next((kind for each in text if (kind := bidirectional(each)) in {"L", "R", "AL"}), "L")
    return first != "L"
