"""Writes the table of triggers into docs/guidance.md: `python -m tests.feedback.trigger_table`."""

from itertools import groupby
from pathlib import Path

from matcher.feedback.triggers import TRIGGERS
from matcher.foundation.translate import say
from matcher.foundation.words import Language, sentence

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {Language.EN: DOCS / "guidance.md", Language.NL: DOCS / "guidance.nl.md"}
BEGIN, END = "<!-- triggers -->\n", "<!-- /triggers -->"
HEADS = {
    Language.EN: ("", "when, exactly", "by itself", "the coordinator", "working days"),
    Language.NL: ("", "wanneer precies", "vanzelf", "de coördinator", "werkdagen"),
}


def table(language: Language) -> str:
    """Say every trigger in a reader's language, as the code has it."""
    heads = HEADS[language]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for code, rows in groupby(TRIGGERS, key=lambda each: each.code):
        for number, row in enumerate(rows):
            told = [
                say(sentence(text), language) if text else "–"
                for text in (row.when, row.automatic, row.action)
            ]
            lines.append(f"| {'' if number else code} | {' | '.join(told)} | {row.days} |")
    return "\n".join(lines) + "\n"


def written(language: Language) -> str:
    """Return the table as the page has it."""
    return PAGES[language].read_text().split(BEGIN)[1].split(END)[0]


def main() -> None:
    for language, page in PAGES.items():
        before, rest = page.read_text().split(BEGIN)
        after = rest.split(END)[1]
        page.write_text(before + BEGIN + table(language) + END + after)


if __name__ == "__main__":
    main()
