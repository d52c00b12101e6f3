"""The blueprints of programmes and of places in them; their pages stand in several files."""

from flask import Blueprint

programmes = Blueprint("programmes", __name__)
enrolments = Blueprint("enrolments", __name__)
