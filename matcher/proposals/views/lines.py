"""The lines of a run's list: what each looks like and says, worked out once for the page."""

from collections.abc import Callable, Collection, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from matcher.foundation.text import first_letters
from matcher.foundation.words import N_, Language
from matcher.programmes.views.words import told
from matcher.proposals.models import ProposalState
from matcher.proposals.models.choices import STATES
from matcher.proposals.queries.review import ListedPair
from matcher.proposals.views.criteria import criterion_name, weak_spot
from matcher.proposals.views.why import why

BADGES = {
    ProposalState.SUGGESTED: ("open", ""),
    ProposalState.APPROVED: ("meet", "check"),
    ProposalState.REJECTED: ("", "cross"),
    ProposalState.OFFERED: ("offer", "mail"),
    ProposalState.AGREED: ("meet", "done"),
}
UNDOABLE = {ProposalState.APPROVED, ProposalState.REJECTED}
ANY = str(UUID(int=0))  # stands in an address for any pair
HUNDREDTHS = Decimal("0.01")
COLOURS = [str(number) for number in range(1, 100)]  # as the parts have them, in their order
GAP, LEAST = 0.7, 0.3  # between the parts of a bar, and of a part, in percent of its width


class Look(NamedTuple):
    """What a row looks like: see templates/components/proposal.html."""

    state: str
    kind: str
    icon: str
    is_open: bool
    may_undo: bool
    locked: bool
    chosen: bool
    weak: bool
    by: bool
    bars: int


class Row(NamedTuple):
    """One proposal in the table."""

    look: Look
    says: list[str]


class Said(NamedTuple):
    """The sentences of a line in a language, their values still left open; how it writes."""

    language: Language
    number: Callable[[float], str]
    part: Callable[[str], str]
    both: str
    beside: str
    choose: str
    lock: str
    unlock: str
    by: str
    looks: str


def rows(
    pairs: Iterable[ListedPair], language: Language, *, chosen: Collection[str], address: str
) -> list[Row]:
    """Say what the lines tell. `address` is that of any pair; see `ANY`."""
    said, kept = _said(language), frozenset(chosen)
    before, _any, after = address.partition(ANY)
    return [_row(each, said, kept, (before, after)) for each in pairs]


def token(pair: ListedPair) -> str:
    """Name a proposal and its version in one word, for the boxes and buttons of a row."""
    return f"{_dashed(pair.id)}.{pair.version}"


def _row(pair: ListedPair, said: Said, chosen: Collection[str], around: tuple[str, str]) -> Row:
    key, language, gist = _dashed(pair.id), said.language, pair.gist
    (before, after), named = around, f"{key}.{pair.version}"
    weak = ""
    if not (pair.has_wishes and gist["met"]):
        weak = weak_spot(gist["met"], language, has_wishes=pair.has_wishes)
    parts, bar = _parts(gist["shares"], said)
    state, locked, by = pair.state, pair.locked, pair.decided_by
    shown = named in chosen, bool(weak), bool(by), len(bar) // 3
    look = _look(language, state, locked, *shown)
    who = choose = lock = ""
    if look.is_open or look.may_undo:
        who = said.both % {"need": pair.need, "offer": pair.offer}
    if look.is_open:
        choose = said.choose % {"pair": who}
        lock = (said.unlock if locked else said.lock) % {"pair": who}
    # In the order in which the component asks for them.
    says = [
        *(named, f"{before}{key}{after}", pair.need, said.beside % {"name": pair.offer}),
        *(first_letters(pair.need), first_letters(pair.offer), who, choose, lock),
        *(said.number(pair.affinity), parts, why(pair, language), weak),
        said.by % {"name": by} if by else "",
    ]
    says += bar
    says += [said.looks % {"name": name} for name in pair.lookers]
    return Row(look, says)


@lru_cache(maxsize=len(Language))
def _said(language: Language) -> Said:
    sentences = (
        *(N_("%(need)s with %(offer)s"), N_("with %(name)s"), N_("Choose %(pair)s")),
        *(N_("Lock %(pair)s"), N_("Unlock %(pair)s"), N_("by %(name)s")),
        N_("%(name)s is looking"),
    )
    part = lru_cache(maxsize=200)(lambda name: criterion_name(name, language).lower())
    return Said(language, _writer(language), part, *(told(each, language) for each in sentences))


def _dashed(key: str | UUID) -> str:
    """Write an id as addresses do."""
    if isinstance(key, UUID):
        return str(key)
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


def _parts(shares: Iterable[tuple[str, float]], said: Said) -> tuple[str, list[str]]:
    """Take an affinity apart, in words and as a bar: colour, x and width of each part."""
    words: list[str] = []
    bar: list[str] = []
    x = 0.0
    for colour, (criterion, share) in zip(COLOURS, shares, strict=False):
        words.append(f"{said.part(criterion)} {said.number(share)}")
        wide = share * 100
        if share > 0:
            shown = wide - GAP if wide > GAP + LEAST else LEAST
            bar += colour, f"{x:.2f}".removesuffix("0"), f"{shown:.2f}".removesuffix("0")
        x += wide
    return ", ".join(words), bar


def _writer(language: Language) -> Callable[[float], str]:
    """Return what writes numbers with two places: as `decimal` does, in a tenth of its time."""
    mark = "," if language == Language.NL else "."

    @lru_cache(maxsize=4000)
    def written(number: float) -> str:
        return str(Decimal(str(number)).quantize(HUNDREDTHS)).replace(".", mark)

    return written


@lru_cache(maxsize=1000)
def _look(language: Language, state: str, locked: bool, *shown: Any) -> Look:  # noqa: FBT001  # as it is kept
    """Make a look; `shown` is what comes after `locked` in it."""
    words, kind, icon = badge(state, locked, language)
    is_open, may_undo = state == ProposalState.SUGGESTED, state in UNDOABLE
    return Look(words, kind, icon, is_open, may_undo, locked, *shown)


def badge(state: str, locked: bool, language: Language) -> tuple[str, str, str]:  # noqa: FBT001  # as it is kept
    """Return the words of a pair's state, with the kind and the icon of its badge."""
    kept = ProposalState(state)
    if locked and kept == ProposalState.SUGGESTED:
        return told(N_("Locked"), language), "offer", "lock"
    return told(STATES[kept], language), *BADGES.get(kept, ("", ""))
