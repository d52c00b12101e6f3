"""Makes a mail of a letter: said in the reader's language, as text and as HTML."""

import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import cache, cached_property
from pathlib import Path

from css_inline import CSSInliner
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from matcher.foundation.translate import catalogue, say
from matcher.foundation.words import Language, Sentence
from matcher.messages.letters import Letter
from matcher.messages.models import Budget
from matcher.messages.parcels import Parcel
from matcher.messages.returns import return_address
from matcher.messages.stopping import StopWish, write_wish

STYLE = Path(__file__).parents[1] / "static" / "mail.css"


@dataclass(frozen=True, kw_only=True)
class Stationery:
    """What every mail of this installation is written on.

    `address` makes the whole address of a page, from its endpoint and values.
    """

    templates: Path
    sender: str
    secret: str
    address: Callable[[str, Mapping[str, str]], str]
    # Where mails come back to that did not arrive; empty: to the sender.
    bounces: str = ""

    @cached_property
    def style(self) -> str:
        return STYLE.read_text(encoding="utf-8")

    @cached_property
    def domain(self) -> str:
        return parseaddr(self.sender)[1].rpartition("@")[2] or "localhost"


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    is_quote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLetter:
    """A letter in somebody's language, for the templates."""

    subject: str
    name: str
    passages: tuple[Passage, ...]
    after: tuple[str, ...]
    why: str
    button: str = ""
    url: str = ""
    stop_url: str = ""

    @property
    def preview(self) -> str:
        """What mail programs show beside the subject."""
        return next((each.text for each in self.passages if not each.is_quote), "")


def speak(parcel: Parcel, paper: Stationery) -> SaidLetter:
    """Say a letter in its reader's language, with the addresses that its links lead to."""
    letter, language = parcel.letter, parcel.language
    button = letter.button
    return SaidLetter(
        subject=" ".join(say(letter.subject, language).split()),
        name=letter.name,
        passages=tuple(_passage(each, language) for each in letter.paragraphs),
        after=tuple(say(each, language) for each in letter.after),
        why=say(letter.why, language),
        button=say(button.text, language) if button else "",
        url=paper.address(button.endpoint, button.values) if button else "",
        stop_url=_stop_url(parcel, paper),
    )


def compose(parcel: Parcel, paper: Stationery, *, now: datetime) -> EmailMessage:
    """Make the message. Its Message-ID is the same on every attempt, so a twin can be known."""
    said = speak(parcel, paper)
    message = EmailMessage(policy=SMTP)
    message["From"] = paper.sender
    if paper.bounces:
        back = return_address(parcel.mail_id, paper.bounces, paper.secret)
        message["Return-Path"] = f"<{back}>"
    message["To"] = Address(addr_spec=parcel.address)
    message["Subject"] = said.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{_name(parcel, paper.secret)}@{paper.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    if said.stop_url:
        message["List-Unsubscribe"] = f"<{said.stop_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(_render("messages/letter.txt", said, parcel.language, paper))
    page = _render("messages/letter.html", said, parcel.language, paper)
    message.add_alternative(_dressed(page, paper.style), subtype="html")
    _attach(message, parcel.letter)
    message["Content-Language"] = str(parcel.language)  # last: parts take Content- with them
    return message


def _passage(words: Sentence | str, language: Language) -> Passage:
    if isinstance(words, str):
        return Passage(words, is_quote=True)
    return Passage(say(words, language))


def _stop_url(parcel: Parcel, paper: Stationery) -> str:
    if parcel.budget == Budget.ESSENTIAL or parcel.member_id is None:
        return ""
    token = write_wish(StopWish(parcel.member_id, parcel.budget), paper.secret)
    return paper.address("messages.stop_page", {"token": token})


def _name(parcel: Parcel, secret: str) -> str:
    return hmac.new(secret.encode(), b"mail|" + parcel.key.encode(), hashlib.sha256).hexdigest()


def _render(template: str, said: SaidLetter, language: Language, paper: Stationery) -> str:
    return _desk(paper.templates, language).get_template(template).render(letter=said)


@cache
def _desk(templates: Path, language: Language) -> Environment:
    """Open the templates in one language: no request is here to tell which."""
    desk = Environment(
        loader=FileSystemLoader(templates),
        autoescape=select_autoescape(["html"]),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    desk.install_gettext_translations(  # type: ignore[attr-defined]  # from the extension
        catalogue(language), newstyle=True
    )
    desk.globals["language"] = lambda: language
    return desk


def _dressed(page: str, style: str) -> str:
    """Put the style into the elements: many mail programs know no style sheet."""
    styled = page.replace("</head>", f"<style>{style}</style></head>", 1)
    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False).inline(styled)


def _attach(message: EmailMessage, letter: Letter) -> None:
    if letter.attachment is None:
        return
    method = re.search(r"^METHOD:(\w+)", letter.attachment, re.MULTILINE)
    message.add_attachment(
        letter.attachment.encode(),
        maintype="text",
        subtype="calendar",
        filename="meeting.ics",
        params={"charset": "utf-8", "method": method[1] if method else "PUBLISH"},
    )
