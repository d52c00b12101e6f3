"""Measures what stuffing, hiding, writing endlessly and copying would gain a mentor, and cost.

Run: python -m benchmarks.text_exposure
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from time import process_time

import numpy as np

from benchmarks.ranking import exposure
from benchmarks.text_people import Judged, programme
from benchmarks.text_quality import plain
from matcher.matching.words import similarity
from matcher.matching.words.concepts import described, shipped_topics
from matcher.matching.words.passages import read_person
from matcher.matching.words.terms import telling, words

Person = tuple[str, ...]
Trick = Callable[[Person, Judged], Person]

STUFFED, ENDLESS = 400, 50_000


def topic_words(person: Person, count: int) -> str:
    """Return words of all topics, in the language the person writes, in a fixed disorder."""
    language = read_person(person, 0)[0]
    known = sorted({word for each in shipped_topics() for word in described(each, language)})
    random.Random(0).shuffle(known)  # noqa: S311  # no secret
    return " ".join(islice(cycle(known), count))


def stuffed(person: Person, _people: Judged) -> Person:
    return (*person, topic_words(person, STUFFED))


def stuffed_with_wishes(person: Person, people: Judged) -> Person:
    """Append the words that most mentees use, four times the hundred commonest."""
    language = read_person(person, 0)[0]
    said = [
        {word for text in texts for word in telling(words(text))}
        for texts in people.needs
        if read_person(texts, 0)[0] == language
    ]
    common = Counter(word for each in said for word in sorted(each)).most_common(STUFFED // 4)
    return (*person, " ".join(word for word, _count in common * 4))


def stuffed_in_one_text(person: Person, _people: Judged) -> Person:
    return (*person[:-1], f"{' '.join(person[-1:])} {topic_words(person, STUFFED)}")


def many_short_lists(person: Person, _people: Judged) -> Person:
    listed = topic_words(person, STUFFED).split()
    return (*person, *(" ".join(listed[at : at + 30]) for at in range(0, STUFFED, 30)))


def hidden(person: Person, _people: Judged) -> Person:
    unseen = "\u200b".join(topic_words(person, STUFFED).split())
    return (*person, f'<span style="display:none">{topic_words(person, STUFFED)}</span>{unseen}')


def endless(person: Person, people: Judged) -> Person:
    """Append everything that mentees wrote, again and again, up to 50,000 words."""
    written = [word for texts in people.needs for text in texts for word in text.split()]
    return (*person, " ".join(islice(cycle(written), ENDLESS)))


def copied_from_the_most_seen(person: Person, people: Judged) -> Person:
    scores = similarity(people.needs, people.offers)
    order = np.argsort([-exposure(scores, n) for n in range(len(people.offers))], kind="stable")
    ranked = [people.offers[n] for n in order if people.offers[n] != person]
    return (*person, *ranked[0])


def copied_from_a_mentee(person: Person, people: Judged) -> Person:
    longest = max(people.needs, key=lambda texts: sum(map(len, texts)))
    return (*person, *longest)


TRICKS: dict[str, Trick] = {
    "400 topic words as one more text": stuffed,
    "400 words that most mentees use": stuffed_with_wishes,
    "400 topic words behind the last text": stuffed_in_one_text,
    "400 topic words in short texts": many_short_lists,
    "hidden: tags and unseen characters": hidden,
    "50,000 words": endless,
    "copied from the most seen mentor": copied_from_the_most_seen,
    "copied from a mentee": copied_from_a_mentee,
}


def with_trick(people: Judged, number: int, trick: Trick) -> Judged:
    offers = list(people.offers)
    offers[number] = trick(offers[number], people)
    return Judged(people.name, people.needs, tuple(offers), people.fits)


def gained(people: Judged, trick: Trick, mentors: Sequence[int]) -> tuple[float, float]:
    """Return exposure with the trick ÷ without, each mentor in turn; and the same for plain words.

    Means over the mentors are divided: one who was hardly seen would outweigh all others.
    """
    before, before_plain = similarity(people.needs, people.offers), plain(people)
    seen = np.zeros((4, len(mentors)))
    for at, number in enumerate(mentors):
        tricked = with_trick(people, number, trick)
        after = similarity(tricked.needs, tricked.offers)
        grids = before, after, before_plain, plain(tricked)
        seen[:, at] = [exposure(grid, number) for grid in grids]
    ours, theirs = seen[1].mean() / seen[0].mean(), seen[3].mean() / seen[2].mean()
    return float(ours), float(theirs)


def slower(people: Judged, tricked: Judged) -> float:
    """Return how much more time comparing takes; both in turn, the best of fifteen of each."""
    took: dict[str, list[float]] = {"usual": [], "tricked": []}
    for _ in range(15):
        for name, each in (("usual", people), ("tricked", tricked)):
            began = process_time()
            similarity(each.needs, each.offers)
            took[name].append(process_time() - began)
    return min(took["tricked"]) / min(took["usual"])


def main() -> None:
    people = programme()
    written = [n for n, texts in enumerate(people.offers) if texts]
    sys.stdout.write("| trick | exposure × | with plain words × | time × |\n|---|---|---|---|\n")
    for name, trick in TRICKS.items():
        tricked = with_trick(people, written[0], trick)
        ours, theirs = gained(people, trick, written)
        time = slower(people, tricked)
        sys.stdout.write(f"| {name} | {ours:.2f} | {theirs:.2f} | {time:.2f} |\n")


if __name__ == "__main__":
    main()
