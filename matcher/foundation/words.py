"""Sentences for people. Here they are only marked; the edge says them in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self


class Language(StrEnum):
    EN = "en"
    NL = "nl"

    @classmethod
    def of(cls, text: str | None) -> Self:
        """Return the language with this code, or English."""
        return cls(text) if text in set(cls) else cls("en")


def N_(sentence: str) -> str:  # noqa: N802  # the name translators' tools look for
    """Mark a sentence for translation, with its values as `%(name)s`."""
    return sentence


def N_n(one: str, many: str) -> tuple[str, str]:  # noqa: N802  # likewise, for numbers
    """Mark a sentence that depends on the value `num`."""
    return one, many


@dataclass(frozen=True, slots=True)
class Sentence:
    """A marked sentence with its values, to be said later in somebody's language.

    `many` is its plural when the wording depends on the value `num`.
    A value that is itself a `Sentence` is said in the same language.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    many: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return plain values that can be kept as JSON."""
        values = {k: v.to_json() if isinstance(v, Sentence) else v for k, v in self.values.items()}
        return {"text": self.text, "values": values, "many": self.many}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        values = {
            k: cls.from_json(v) if isinstance(v, dict) and "text" in v else v
            for k, v in kept["values"].items()
        }
        return cls(kept["text"], values, kept.get("many"))


def sentence(text: str, **values: object) -> Sentence:
    """Make a sentence of marked text: `sentence(N_("Hello %(name)s"), name=name)`."""
    return Sentence(text, values)


def counted(one_and_many: tuple[str, str], num: int, **values: object) -> Sentence:
    """Make a sentence whose wording depends on a number: `counted(N_n("one …", "…"), 3)`."""
    one, many = one_and_many
    return Sentence(one, {"num": num, **values}, many)
