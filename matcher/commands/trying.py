"""`matcher run`: an installation of one's own, on one's own machine."""

from sqlalchemy import select

from matcher.app import create_app
from matcher.commands.backing_up import bring_up
from matcher.commands.places import Place, tell
from matcher.commands.serving import run as serve
from matcher.commands.starting import outbox_of, port_of, refuse_taken_port
from matcher.config import Settings
from matcher.foundation import logs
from matcher.foundation.doors import Doors
from matcher.members.models import Grant, Role


def run(place: Place) -> int:
    """Start an installation. While it is empty, its first page makes the administrator."""
    settings = place.settings()
    refuse_taken_port(settings)
    logs.configure()
    bring_up(settings)
    app = create_app(settings)
    serve(app, host="127.0.0.1", port=port_of(settings), ready=lambda: _show(settings))
    return 0


def _show(settings: Settings) -> None:
    tell(f"\nSamen Sterk is running at {settings.BASE_URL}\n")
    if _is_new(settings):
        tell(f"Begin here: {settings.BASE_URL}/first-run")
    if settings.MAIL_URL == "outbox:":
        tell(f"Mails are kept in {outbox_of(settings)} until you set MATCHER_MAIL_URL.")
    tell("Stop with Ctrl+C.")


def _is_new(settings: Settings) -> bool:
    doors = Doors.to(settings.database)
    with doors.reading() as db:
        found = db.scalar(select(Grant.id).where(Grant.role == Role.ADMINISTRATOR).limit(1))
    doors.close()
    return found is None
