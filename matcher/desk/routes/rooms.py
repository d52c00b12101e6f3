"""The blueprint of a programme as a whole; its pages stand in several files."""

from flask import Blueprint

desk = Blueprint("desk", __name__)
HERE = "/coordination/<uuid:programme_id>"
