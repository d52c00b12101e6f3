"""A postman in a process of its own, for a test to kill: carries until it is ended."""

import sys
import time
from pathlib import Path

from matcher.foundation import sealed
from matcher.foundation.doors import Doors
from matcher.messages.carriers import carrier_for
from matcher.messages.leases import free_left_over
from matcher.messages.postman import Postman
from matcher.migrations.models import import_every_model
from tests.conftest import KEYS
from tests.factories.mails import stationery


def carry(url: str, server: str) -> None:
    import_every_model()
    sealed.install(KEYS)
    doors = Doors.to(url)
    carrier = carrier_for(f"smtp://{server}", folder=Path("unused"))
    postman = Postman(doors=doors, paper=stationery(), carrier=carrier)
    with doors.writing() as db:  # nobody else is alive, as a worker knows by its lock
        free_left_over(db, now=postman.now(), all_of_them=True)
    while True:
        if postman.is_needed():
            postman.go()
        time.sleep(0.05)


if __name__ == "__main__":
    carry(*sys.argv[1:3])
