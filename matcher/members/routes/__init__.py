"""Pages about one's account: signing in and out, links by mail, the account itself."""

from matcher.members.routes.rooms import blueprint

BLUEPRINTS = (blueprint,)
