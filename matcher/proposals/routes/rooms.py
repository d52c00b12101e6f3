"""The two blueprints of a coordinator's matching; their pages stand in several files."""

from flask import Blueprint

runs = Blueprint("runs", __name__, url_prefix="/coordination/<uuid:programme_id>/matching")
review = Blueprint("review", __name__, url_prefix="/coordination/<uuid:programme_id>")
