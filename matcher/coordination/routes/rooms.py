"""The blueprint of a coordinator's pages."""

from flask import Blueprint

from matcher.members.models import Member
from matcher.pairings.models import Pairing
from matcher.programmes.models import Programme
from matcher.web.policy import Permit

blueprint = Blueprint("coordination", __name__, url_prefix="/coordination")

Programmed = Permit[Member, Programme]
Overseen = Permit[Member, Pairing]
