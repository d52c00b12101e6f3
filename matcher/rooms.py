"""Every room of the house with pages: a new blueprint gets its line here."""

from flask import Blueprint

from matcher.home.routes import blueprint as home
from matcher.members.routes import BLUEPRINTS as MEMBERS
from matcher.web.styleguide import blueprint as styleguide

BLUEPRINTS: tuple[Blueprint, ...] = (home, *MEMBERS, styleguide)
