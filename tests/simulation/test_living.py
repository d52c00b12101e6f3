"""A simulated programme lives as a real one would, and the same seed gives the same life."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from matcher.cli import main
from matcher.config import Settings
from matcher.feedback.models import CheckIn, CheckInState
from matcher.foundation import sealed
from matcher.foundation.doors import Doors
from matcher.guidance.tips import Side
from matcher.messages.models import Mail
from matcher.migrations.upgrade import upgrade
from matcher.pairings.models import Meeting, Pairing
from matcher.programmes.models import Enrolment
from matcher.proposals.models import Proposal
from matcher.simulation.living import is_empty, simulate
from matcher.simulation.people import People
from matcher.simulation.telling import tell
from matcher.simulation.world import Size
from tests.conftest import KEYS
from tests.factories import NOW

pytestmark = pytest.mark.journey

SMALL = Size(mentees=14, mentors=10, months=2, seed=3)


def lived(folder: Path, size: Size) -> Doors:
    settings = Settings(
        SECRET_KEY="for tests", SEAL_KEYS=KEYS, INSTANCE=folder, ARGON2_MEMORY_KIB=64
    )
    sealed.install(KEYS)
    upgrade(settings.database)
    doors = Doors.to(settings.database)
    assert is_empty(doors)
    simulate(settings, doors, size, now=NOW)
    return doors


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    made = lived(tmp_path_factory.mktemp("simulated"), SMALL)
    yield made
    made.close()


def test_people_sign_up_meet_and_say_how_it_goes(doors: Doors) -> None:
    with doors.reading() as db:
        asked = db.scalars(select(Enrolment.side)).all()
        assert Counter(asked) == {Side.MENTEE: SMALL.mentees, Side.MENTOR: SMALL.mentors}
        assert db.scalar(select(func.count(Pairing.id)))
        assert db.scalar(select(func.count(Meeting.id)))
        answered = select(func.count(CheckIn.id)).where(CheckIn.state == CheckInState.ANSWERED)
        assert db.scalar(answered)


def test_nobody_is_promised_twice_nor_mailed_twice_about_one_thing(doors: Doors) -> None:
    with doors.reading() as db:
        for column in (Pairing.mentor_enrolment_id, Pairing.mentee_enrolment_id):
            places = (
                select(column, func.count()).where(Pairing.closed_on.is_(None)).group_by(column)
            )
            for enrolment_id, many in db.execute(places).all():
                assert many <= db.get_one(Enrolment, enrolment_id).places
        each = select(Mail.kind, Mail.subject_id, Mail.member_id, Mail.period)
        assert max(Counter(db.execute(each).all()).values()) == 1


def test_what_came_of_it_is_told_in_figures(doors: Doors) -> None:
    with doors.reading() as db:
        told = dict(line.split(maxsplit=1) for line in tell(db) if not line.startswith("match"))
        proposals = db.scalar(select(func.count(Proposal.id)))
    assert told["proposals"].startswith(f"{proposals}")
    assert set(told) > {"pairings", "meetings", "check-ins", "signals", "mails"}


def test_the_same_seed_draws_the_same_people_and_no_address_twice() -> None:
    one, other = (People(Random(5)) for _ in range(2))  # noqa: S311  # a story, not a secret
    first = one.sheet(Side.MENTEE, 40)
    assert first == other.sheet(Side.MENTEE, 40)
    assert first != one.sheet(Side.MENTEE, 40)
    addresses = [line for line in first.decode().split(",") if "@" in line]
    assert len(addresses) == len(set(addresses)) == 40


def test_an_installation_with_people_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = ["--mentees", "2", "--mentors", "2", "--months", "1", "--instance", str(tmp_path)]
    assert main(["simulate", *few]) == 0
    assert "sign-ups" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="--beside"):
        main(["simulate", *few])
