"""What a mail says, before it is said in anyone's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from matcher.foundation.words import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A button or a line that leads to a page, named by its endpoint."""

    text: Sentence
    endpoint: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Subject, greeting by name, paragraphs, one button, and why the reader gets this.

    A paragraph is a sentence to translate, or a person's own words (`str`), shown as a quote.
    """

    subject: Sentence
    paragraphs: tuple[Sentence | str, ...]
    why: Sentence
    name: str = ""
    button: Link | None = None
    after: tuple[Sentence, ...] = ()
    attachment: str | None = None  # an iCalendar file's text

    def to_json(self) -> dict[str, Any]:
        """Return plain values that can be kept."""
        return {
            "subject": self.subject.to_json(),
            "paragraphs": [p if isinstance(p, str) else p.to_json() for p in self.paragraphs],
            "why": self.why.to_json(),
            "name": self.name,
            "button": self.button
            and {
                "text": self.button.text.to_json(),
                "endpoint": self.button.endpoint,
                "values": dict(self.button.values),
            },
            "after": [each.to_json() for each in self.after],
            "attachment": self.attachment,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        button = kept["button"]
        return cls(
            subject=Sentence.from_json(kept["subject"]),
            paragraphs=tuple(
                p if isinstance(p, str) else Sentence.from_json(p) for p in kept["paragraphs"]
            ),
            why=Sentence.from_json(kept["why"]),
            name=kept["name"],
            button=button
            and Link(
                text=Sentence.from_json(button["text"]),
                endpoint=button["endpoint"],
                values=button["values"],
            ),
            after=tuple(Sentence.from_json(each) for each in kept["after"]),
            attachment=kept["attachment"],
        )
