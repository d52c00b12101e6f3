"""How somebody is, in their own words: theirs alone until shared, and received before answered."""

from collections.abc import Collection, Mapping
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from matcher.foundation import clock
from matcher.foundation.errors import RuleBroken
from matcher.foundation.words import Language
from matcher.members.models import Member
from matcher.messages.models import Mail
from matcher.pairings.models import (
    EntryReply,
    Meeting,
    MeetingState,
    OwnEntry,
    Pairing,
    ReplyKind,
)
from matcher.pairings.services.entries import Reach, Said, reply_to, share_entry, write_entry
from tests.conftest import Browse, Counted, Keep
from tests.factories import a_pairing, an_administrator
from tests.factories.pairings import a_meeting

DAY = timedelta(days=1)
# What measures the whole installation (requests, bytes, seconds), or shows components and mails to
# whoever develops.
OF_THE_INSTALLATION = ("/metrics", "/installation", "/styleguide", "/outbox")
Seen = dict[tuple[str, str], str]
CANARY = "CANARY-I-did-not-sleep"
BOTH, MENTOR, COORDINATOR, NOBODY = (
    Reach(mentor=True, coordinator=True),
    Reach(mentor=True),
    Reach(coordinator=True),
    Reach(),
)


@pytest.fixture
def pairing(db: Session) -> Pairing:
    pairing = a_pairing()
    db.add(pairing)
    db.add(a_meeting(pairing, starts_at=clock.now() + 5 * DAY))
    db.commit()
    return pairing


def write(db: Session, pairing: Pairing, reach: Reach = NOBODY) -> OwnEntry:
    said = Said(mood=2, words=("tired",), text=CANARY)
    entry = write_entry(db, pairing, said, reach, by=pairing.mentee, now=clock.now())
    db.commit()
    return entry


def space(pairing: Pairing, more: str = "/words") -> str:
    return f"/pairings/{pairing.id}{more}"


def of_pair(pairing: Pairing) -> str:
    return f"/coordination/{pairing.programme_id}/pairs/{pairing.id}"


def test_what_is_written_is_for_oneself_by_itself(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentee = browse(pairing.mentee)
    given = {"mood": "2", "words": ["tired", "worried"], "text": CANARY, "share": "nobody"}

    assert mentee.post(space(pairing, "/words/new"), data=given).status_code == 302

    entry = db.scalars(select(OwnEntry)).one()
    assert (entry.with_mentor, entry.with_coordinator) == (False, False)
    assert entry.content == {"mood": 2, "words": ["tired", "worried"], "text": CANARY}
    page = mentee.get(space(pairing)).text
    assert CANARY in page
    assert "Only you" in page
    assert db.scalar(select(func.count(Mail.id))) == 0


@pytest.mark.parametrize("given", [{"mood": "4"}, {"words": "glad"}, {"text": "Well."}])
def test_one_of_the_three_is_enough(
    given: Mapping[str, str], pairing: Pairing, browse: Browse
) -> None:
    sent = {"share": "nobody", **given}

    assert browse(pairing.mentee).post(space(pairing, "/words/new"), data=sent).status_code == 302


@pytest.mark.parametrize(
    "odd",
    [
        *({}, {"mood": "6"}, {"mood": "x"}, {"words": "moon"}, {"text": "a\0b"}),
        *({"text": "x" * 2001}, {"text": "Well.", "share": "everyone"}, {"mood": "0"}),
    ],
)
def test_what_cannot_be_kept_is_asked_for_again(
    odd: Mapping[str, str], pairing: Pairing, browse: Browse, db: Session
) -> None:
    sent = {"share": "nobody", **odd}

    page = browse(pairing.mentee).post(space(pairing, "/words/new"), data=sent)

    assert page.status_code == 422
    assert db.scalar(select(func.count(OwnEntry.id))) == 0


@pytest.mark.parametrize(
    ("reach", "mentor_reads", "coordinator_reads"),
    [(BOTH, 1, 1), (MENTOR, 1, 0), (COORDINATOR, 0, 1), (NOBODY, 0, 0)],
)
def test_each_entry_is_read_by_those_it_is_shared_with(  # noqa: PLR0913, PLR0917  # all who read
    reach: Reach,
    mentor_reads: int,
    coordinator_reads: int,
    pairing: Pairing,
    browse: Browse,
    db: Session,
) -> None:
    write(db, pairing, reach)
    mentor, contact = browse(pairing.mentor), browse(pairing.programme.contact)

    assert (CANARY in mentor.get(space(pairing)).text) == bool(mentor_reads)
    assert (CANARY in contact.get(of_pair(pairing)).text) == bool(coordinator_reads)


def test_sharing_and_taking_back_is_one_press_for_each_reader(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    entry = write(db, pairing)
    mentee, mentor = browse(pairing.mentee), browse(pairing.mentor)
    where = space(pairing, f"/words/{entry.id}/share")

    assert 'value="mentor"' in mentee.get(space(pairing)).text
    mentee.post(where, data={"share": "mentor"})
    assert CANARY in mentor.get(space(pairing)).text
    mentee.post(where, data={"share": "nobody"})

    assert CANARY not in mentor.get(space(pairing)).text
    assert mentor.get(space(pairing, f"/words/{entry.id}")).status_code == 404


def everybody(db: Session, browse: Browse, pairing: Pairing) -> dict[str, FlaskClient]:
    other = a_pairing(programme=pairing.programme)
    db.add(other)
    people: dict[str, Member] = {
        "mentor": pairing.mentor,
        "coordinator": pairing.programme.contact,
        "administrator": an_administrator(),
        "other pair": other.mentor,
    }
    return {who: browse(each) for who, each in people.items()}


def pages(app: Flask, pairing: Pairing) -> list[str]:
    """Address every page that can be asked for with the ids of this pairing."""
    known = {
        "pairing_id": str(pairing.id),
        "programme_id": str(pairing.programme_id),
        "address": pairing.programme.address,
        "enrolment_id": str(pairing.mentee_enrolment_id),
        "side": "mentee",
    }
    return sorted(
        rule.build({name: known[name] for name in rule.arguments})[1]  # type: ignore[index]  # it builds
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and rule.arguments <= known.keys()
        and not rule.rule.startswith(OF_THE_INSTALLATION)
    )


def everything(browsers: Mapping[str, FlaskClient], where: Collection[tuple[str, str]]) -> Seen:
    """Read pages; only what this very answer made its own is left out."""
    read = {(who, path): browsers[who].get(path) for who, path in where}
    return {one: f"{page.status_code} {_same(page.text)}" for one, page in read.items()}


def test_an_entry_that_is_not_shared_changes_nothing_for_anybody_else(
    pairing: Pairing, app: Flask, browse: Browse, db: Session
) -> None:
    """Every page of every other person is the same, byte by byte: counts, length and order."""
    write(db, pairing, BOTH)
    browsers = everybody(db, browse, pairing)
    asked = [(who, path) for who in browsers for path in pages(app, pairing)]
    # The first look leaves its mark: whoever opened what is noted once.
    shown = [one for one, page in everything(browsers, asked).items() if page.startswith("200")]
    before = everything(browsers, shown)

    write(db, pairing, NOBODY)
    kept_to_oneself = everything(browsers, shown)
    share_entry(db, write(db, pairing, BOTH), NOBODY, now=clock.now())
    db.commit()
    taken_back = everything(browsers, shown)

    assert [one for one in shown if before[one] != kept_to_oneself[one]] == []
    assert [one for one in shown if before[one] != taken_back[one]] == []
    readers = {who for (who, _path), page in before.items() if CANARY in page}
    assert readers == {"mentor", "coordinator"}  # of what is shared
    assert len(shown) > 40


def test_words_of_ones_own_open_after_one_of_the_three(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    entry = write(db, pairing, MENTOR)
    mentor, mentee = browse(pairing.mentor), browse(pairing.mentee)
    one = space(pairing, f"/words/{entry.id}")

    page = mentor.get(space(pairing)).text
    for words in ("Thank you for telling me", "I would like to hear more", "talk about it?"):
        assert words in page
    assert "<textarea" not in mentor.get(one).text
    assert mentor.post(f"{one}/reply", data={"text": "Try this"}).status_code == 409

    assert mentor.post(f"{one}/receive", data={"kind": "more"}).status_code == 302
    assert "<textarea" in mentor.get(one).text
    assert mentor.post(f"{one}/reply", data={"text": "What kept you awake?"}).status_code == 302

    seen = mentee.get(space(pairing)).text
    assert "I would like to hear more" in seen
    assert "What kept you awake?" in seen


@pytest.mark.parametrize("odd", ["", "words", "moon", "\0"])
def test_only_the_three_come_first(odd: str, pairing: Pairing, browse: Browse, db: Session) -> None:
    entry = write(db, pairing, MENTOR)

    mentor, where = browse(pairing.mentor), space(pairing, f"/words/{entry.id}/receive")
    answers = [mentor.post(where, data={"kind": odd}), mentor.post(where)]

    assert {each.status_code for each in answers} == {302}
    assert db.scalar(select(func.count(EntryReply.id))) == 0


def test_the_same_is_not_said_twice(pairing: Pairing, db: Session) -> None:
    entry = write(db, pairing, MENTOR)
    reply_to(db, entry, ReplyKind.THANKS, by=pairing.mentor, now=clock.now())

    with pytest.raises(RuleBroken):
        reply_to(db, entry, ReplyKind.THANKS, by=pairing.mentor, now=clock.now())


def test_what_waits_for_an_answer_stands_on_the_mentors_space(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    mentor = browse(pairing.mentor)
    assert "Nothing waits for you" in mentor.get(space(pairing, "")).text
    entry = write(db, pairing, MENTOR)

    assert "One waits for your answer" in mentor.get(space(pairing, "")).text
    mentor.post(space(pairing, f"/words/{entry.id}/receive"), data={"kind": "thanks"})
    assert "Nothing waits for you" in mentor.get(space(pairing, "")).text


def test_receiving_comes_before_planning_and_after_a_meeting_to_answer(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    meeting = db.scalars(select(Meeting)).one()
    mentor = browse(pairing.mentor)
    write(db, pairing, MENTOR)
    assert "You need not solve anything." in mentor.get(space(pairing, "")).text
    meeting.state = MeetingState.PROPOSED
    db.commit()
    assert "Does this time suit you?" in mentor.get(space(pairing, "")).text
    meeting.state = MeetingState.CANCELLED
    db.commit()

    assert "You need not solve anything." in mentor.get(space(pairing, "")).text
    assert "Plan your first meeting" not in mentor.get(space(pairing, "")).text


def test_an_entry_is_deleted_after_one_more_question(
    pairing: Pairing, browse: Browse, db: Session
) -> None:
    entry = write(db, pairing, MENTOR)
    reply_to(db, entry, ReplyKind.THANKS, by=pairing.mentor, now=clock.now())
    db.commit()
    mentee = browse(pairing.mentee)
    where = space(pairing, f"/words/{entry.id}/delete")

    assert "Delete this for good?" in mentee.get(where).text
    assert db.scalar(select(func.count(OwnEntry.id))) == 1
    db.commit()
    assert mentee.post(where).status_code == 302

    assert db.scalar(select(func.count(OwnEntry.id))) == 0
    assert db.scalar(select(func.count(EntryReply.id))) == 0


def test_mails_tell_that_there_is_something_once_and_never_what(
    pairing: Pairing, db: Session
) -> None:
    entry = write(db, pairing, MENTOR)
    share_entry(db, entry, NOBODY, now=clock.now())
    share_entry(db, entry, MENTOR, now=clock.now())
    reply = reply_to(db, entry, ReplyKind.THANKS, by=pairing.mentor, now=clock.now())
    db.commit()

    assert reply.kind == ReplyKind.THANKS
    assert [each.member_id for each in db.scalars(select(Mail).order_by(Mail.created_at))] == [
        pairing.mentor.id,
        pairing.mentee.id,
    ]
    assert CANARY not in str(db.execute(text("SELECT * FROM mail")).all())


def test_entries_and_answers_are_sealed(pairing: Pairing, db: Session) -> None:
    entry = write(db, pairing, MENTOR)
    reply_to(db, entry, ReplyKind.THANKS, by=pairing.mentor, now=clock.now())
    reply_to(db, entry, ReplyKind.WORDS, CANARY, by=pairing.mentor, now=clock.now())
    db.commit()

    for table in ("own_entry", "entry_reply"):
        assert CANARY not in str(db.execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608  # our own


def test_the_pages_speak_dutch_and_take_few_queries(
    pairing: Pairing, browse: Browse, counted: Counted, db: Session, keep: Keep
) -> None:
    for _n in range(4):
        write(db, pairing, BOTH)
    pairing.mentee.language = pairing.mentor.language = Language.NL
    keep(pairing)
    for member, words in ((pairing.mentee, "In je eigen woorden"), (pairing.mentor, "Met jou")):
        browser = browse(member)
        with counted() as queries:
            page = browser.get(space(pairing))
        assert words in page.text
        assert queries.value <= 4, queries.statements


def _same(page: str) -> str:
    """Leave out what is drawn anew for every answer, whatever is in the database."""
    drawn = ("csrf_token", 'name="key"')
    return "\n".join(line for line in page.split("\n") if not any(each in line for each in drawn))
