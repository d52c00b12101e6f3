"""The blueprint of all pages about what is kept."""

from flask import Blueprint

blueprint = Blueprint("privacy", __name__)
