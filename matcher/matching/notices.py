"""What a coordinator should look at: texts that are nearly another's, and lists of words."""

from collections.abc import Sequence

from matcher.matching.folding import fold
from matcher.matching.profiles import Profile
from matcher.matching.result import Reason
from matcher.matching.snapshot import Snapshot
from matcher.matching.words.copies import Copies, is_list_of_words
from matcher.matching.words.passages import Passage, read_person


def notices(snapshot: Snapshot) -> tuple[Reason, ...]:
    """Return "copied" with the two ids, and "list_of_words" with the one."""
    people: Sequence[Profile] = (*snapshot.needs, *snapshot.offers)
    passages: list[Passage] = []
    for number, each in enumerate(people):
        passages += read_person(each.statements, number)[1]
    copied = [
        Reason(code="copied", values={"one": people[one].id, "other": people[other].id})
        for one, other in Copies(passages).pairs()
        if _person(people[one]) != _person(people[other])
    ]
    lists = dict.fromkeys(each.owner for each in passages if is_list_of_words(each))
    stuffed = [Reason(code="list_of_words", values={"id": people[owner].id}) for owner in lists]
    return (*copied, *stuffed)


def _person(profile: Profile) -> str:
    return fold(profile.person or profile.id)
