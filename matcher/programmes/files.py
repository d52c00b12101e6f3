"""Refuses files that would hurt before they are opened."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import N_

MOST_UNPACKED = 60 * 1024 * 1024
MOST_RATIO = 200
MOST_ENTRIES = 500
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
KINDS = (".csv", ".xlsx")


def refuse_hostile(name: str, content: bytes) -> None:
    """Look at a file's outside: its name, its first bytes, and how much it would unpack to."""
    kind = name[name.rfind(".") :].casefold() if "." in name else ""
    if kind not in KINDS:
        raise RuleBroken(N_("Please choose a file that ends in .csv or .xlsx."))
    if not content.strip():
        raise RuleBroken(N_("“%(file)s” is empty."), file=name)
    if content.startswith(OLE):
        raise RuleBroken(N_("“%(file)s” is locked with a password, or very old."), file=name)
    if kind == ".xlsx":
        _refuse_bomb(name, content)
    elif content.startswith(ZIP) or (b"\x00" in content[:4096] and not _is_utf16(content)):
        raise RuleBroken(N_("“%(file)s” is not a text file, though its name says so."), file=name)


def _is_utf16(content: bytes) -> bool:
    return content.startswith((b"\xff\xfe", b"\xfe\xff"))


def _refuse_bomb(name: str, content: bytes) -> None:
    """A packed file says in its directory how large it gets; believe no more than we can take."""
    try:
        entries = ZipFile(BytesIO(content)).infolist()
    except BadZipFile as problem:
        raise RuleBroken(N_("“%(file)s” cannot be read as a spreadsheet."), file=name) from problem
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if unpacked > MOST_UNPACKED or unpacked / packed > MOST_RATIO or len(entries) > MOST_ENTRIES:
        raise RuleBroken(N_("“%(file)s” unpacks to more than we can take."), file=name)
