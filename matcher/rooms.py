"""Every room of the house with pages: a new blueprint gets its line here."""

from matcher.members.routes import BLUEPRINTS as MEMBERS

BLUEPRINTS = (*MEMBERS,)
