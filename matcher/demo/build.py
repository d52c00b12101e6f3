"""Builds the demo: the same services as the pages, with the days as arguments."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select, update

from matcher.config import Settings
from matcher.demo.caring import care_for
from matcher.demo.days import live, look_after, tell_a_concern
from matcher.demo.endings import come_to_an_end, say_what_helped, word_a_card
from matcher.demo.finding import match, publish
from matcher.demo.gathering import bring_in, confirm, found
from matcher.demo.leaves import work_together
from matcher.demo.sharing import tell_each_other
from matcher.demo.story import ZONE, Story, administrator_of, hanna_of, programme_of
from matcher.feedback.work import reckon_every_pair, see_what_goes_wrong_early
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side
from matcher.jobs.models import Job, JobState
from matcher.messages.models import Delivery, Mail
from matcher.programmes.models import Enrolment, EnrolmentState

WEEKS = 11


def build(
    settings: Settings,
    doors: Doors,
    *,
    now: datetime,
    progress: Callable[[float], None] = lambda _done: None,
) -> None:
    """Make the programme, bring people in, find pairs, and let eleven weeks pass.

    `progress` is told how much is done, from 0 to 1.
    """
    story = Story(settings, doors, now - timedelta(weeks=WEEKS))
    found(story)
    for side in Side:
        bring_in(story, side)
    confirm(story)
    match(story, 7)
    publish(story, 8)
    last = (now.astimezone(ZONE).date() - story.begin.date()).days
    for day in range(9, last):
        live(story, day)
        progress(day / last)
    look_after(story, last - 3)
    with story.doors.writing() as db:
        care_for(db, hanna_of(db, story), now=story.at(last - 3, hour=16))
    tell_a_concern(story, last - 1)
    with story.doors.writing() as db:
        tell_each_other(db, now=story.at(last - 1, hour=21))
        work_together(
            db, programme_of(db, story), hanna_of(db, story), now=story.at(last - 1, hour=22)
        )
        programme, evening = programme_of(db, story), story.at(last - 1, hour=22)
        come_to_an_end(db, programme, now=evening)
        word_a_card(db, programme, administrator_of(db), now=evening)
        say_what_helped(db, programme, now=evening)
    see_what_goes_wrong_early(story.work(story.at(last - 1, hour=23)))
    reckon_every_pair(story.work(story.at(last - 1, hour=23)))
    match(story, last - 1)
    leave_tidy(story, now)
    progress(1.0)


def leave_tidy(story: Story, now: datetime) -> None:
    """What was mailed weeks ago has arrived; what was queued on the way is done."""
    yesterday = now - timedelta(days=1)
    with story.doors.writing() as db:
        old = update(Mail).where(Mail.created_at < yesterday)
        db.execute(old.values(delivery=Delivery.SENT, sent_at=Mail.created_at))
        db.execute(update(Job).values(state=JobState.DONE, finished_at=now))
        waiting = select(Enrolment).where(Enrolment.state == EnrolmentState.WAITING)
        for enrolment in list(db.scalars(waiting))[:2]:
            enrolment.note = "Belt liever dan dat hij mailt."
