"""The blueprint of all pages about accounts."""

from flask import Blueprint

blueprint = Blueprint("members", __name__)
