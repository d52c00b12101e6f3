"""How long writers wait for each other."""

from flask import Flask
from sqlalchemy import Engine, text

from matcher.config import Settings
from matcher.foundation.doors import Doors


def test_a_page_waits_ten_seconds_for_others_who_write_and_work_in_the_background_a_minute(
    app: Flask, settings: Settings
) -> None:
    doors = Doors.to(settings.database)

    assert patience(app.extensions["write"].kw["bind"]) == 10
    assert patience(doors.write.kw["bind"]) == 60
    doors.close()


def patience(engine: Engine) -> int:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            return int(connection.execute(text("PRAGMA busy_timeout")).scalar_one()) // 1000
        query = "SELECT setting FROM pg_settings WHERE name = 'lock_timeout'"
        return int(connection.execute(text(query)).scalar_one()) // 1000
