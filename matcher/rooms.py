"""Every room of the house with pages: a new blueprint gets its line here."""

from flask import Blueprint

from matcher.coordination.routes import blueprint as coordination
from matcher.desk.routes import blueprint as desk
from matcher.feedback.routes import BLUEPRINTS as FEEDBACK
from matcher.home.routes import blueprint as home
from matcher.members.routes import BLUEPRINTS as MEMBERS
from matcher.messages.routes import blueprint as messages
from matcher.operations.routes import blueprint as operations
from matcher.pairings.routes import BLUEPRINTS as PAIRINGS
from matcher.privacy.routes import blueprint as privacy
from matcher.programmes.routes import BLUEPRINTS as PROGRAMMES
from matcher.programmes.routes.cards import blueprint as cards
from matcher.programmes.routes.imports import blueprint as imports
from matcher.proposals.routes import BLUEPRINTS as PROPOSALS
from matcher.reports.routes import BLUEPRINTS as REPORTS
from matcher.web.health import blueprint as health
from matcher.web.reporting import blueprint as reporting
from matcher.web.styleguide import blueprint as styleguide

BLUEPRINTS: tuple[Blueprint, ...] = (
    health,
    reporting,
    home,
    coordination,
    desk,
    *MEMBERS,
    messages,
    operations,
    *PROGRAMMES,
    imports,
    cards,
    *PAIRINGS,
    *PROPOSALS,
    *FEEDBACK,
    *REPORTS,
    privacy,
    styleguide,
)
