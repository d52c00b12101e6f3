"""Everything people read stands in both languages."""

import re
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
DUTCH = ROOT / "matcher/translations/nl/LC_MESSAGES/messages.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
Text = str | list[str] | tuple[str, ...]
MARKS = ["-k", "N_", "-k", "_l", "-k", "_n:1,2", "-k", "N_n:1,2"]


def test_every_sentence_is_translated(tmp_path: Path) -> None:
    marked, dutch = _marked(tmp_path), _dutch()

    missing = [m.id for m in marked if m.id and not _is_said(dutch, m.id)]

    assert missing == [], "Add the Dutch to messages.po (make translations)."


def test_no_translation_is_fuzzy_or_left_behind(tmp_path: Path) -> None:
    known = {_key(m.id) for m in _marked(tmp_path)}

    assert [m.id for m in _dutch() if m.id and (m.fuzzy or _key(m.id) not in known)] == []


def test_a_translation_keeps_the_values_of_its_sentence() -> None:
    for message in _dutch():
        if message.id:
            wanted = _values(message.id)
            found = _values(message.string)
            # "One person" may leave out its number; the plural may not.
            assert found <= wanted, message.id
            assert wanted - {"num"} <= found, message.id


def test_a_counted_sentence_takes_its_number_as_it_is_written() -> None:
    # 1,435 or 1.435: it is written for the reader's language before it comes into the sentence.
    for message in _dutch():
        if isinstance(message.id, tuple):
            assert not [text for text in _texts(message.id) if "%(num)d" in text]


def test_dutch_says_je_not_u() -> None:
    for message in _dutch():
        for text in _texts(message.string) if message.id else ():
            assert not re.search(r"\b(u|uw|U|Uw)\b", text), text


def _marked(folder: Path) -> Catalog:
    target = folder / "messages.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "babel.cfg"]
    subprocess.run([*command, *MARKS, "-o", str(target), "."], check=True, cwd=ROOT)  # noqa: S603  # our own files
    with target.open("rb") as file:
        return read_po(file)


def _dutch() -> Catalog:
    with DUTCH.open("rb") as file:
        return read_po(file, locale="nl")


def _is_said(catalogue: Catalog, sentence: Text) -> bool:
    message = catalogue.get(_key(sentence))
    return message is not None and all(_texts(message.string))


def _key(sentence: Text) -> str:
    return sentence if isinstance(sentence, str) else sentence[0]


def _texts(string: Text | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or ())


def _values(string: Text | None) -> set[str]:
    found = (match for text in _texts(string) for match in PLACEHOLDER.findall(text))
    return {name for pair in found for name in pair if name}
