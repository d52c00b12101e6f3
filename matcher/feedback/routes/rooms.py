"""The blueprint of all pages about how it goes."""

from flask import Blueprint

blueprint = Blueprint("feedback", __name__)
