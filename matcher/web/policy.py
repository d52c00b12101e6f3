"""Who may do what. Each view declares it, for one method; what is not declared is refused."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Generic, NoReturn, TypeVar

from flask import Flask, abort
from flask.typing import ResponseReturnValue as Page
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from matcher.web.behind import asked, house, kept
from matcher.web.session import reading

Actor = TypeVar("Actor")
Thing = TypeVar("Thing")
View = TypeVar("View", bound=Callable[..., Any])


class Undeclared(Exception):
    """A page does not say who may use it."""


def refuse(code: int) -> NoReturn:
    """Refuse somebody who is signed in. It is noted with the answer, however that is explained."""
    kept().refused = True
    abort(code)


@dataclass(frozen=True)
class Permit(Generic[Actor, Thing]):
    """Leave to do one thing, asked for anew in every transaction: much can change in between."""

    may: Callable[[Actor, Thing], bool]
    loads: Callable[..., Thing | None]
    address: Mapping[str, Any]

    def within(self, db: Session) -> tuple[Actor, Thing]:
        """Return who asks, and about what, as this session knows them; or refuse."""
        actor: Actor = house().extensions["actor"](db) or abort(401)
        thing = self._find(db, actor)
        return (actor, thing) if self.may(actor, thing) else refuse(403)

    def _find(self, db: Session, actor: Actor) -> Thing:
        with suppress(NotFound):
            if thing := self.loads(db, **self.address, seen_by=actor):
                return thing
        return refuse(404)

    @cached_property
    def seen(self) -> tuple[Actor, Thing]:
        """Who asks, and about what, to look at."""
        return self.within(reading())


@dataclass(frozen=True)
class Ticket(Generic[Thing]):
    """Leave to do one thing for whoever holds a link that we sent."""

    loads: Callable[..., Thing | None]
    address: Mapping[str, Any]

    def within(self, db: Session) -> Thing:
        """Return what the link opens, as this session knows it; or say there is no such page."""
        return self.loads(db, **self.address) or abort(404)

    @cached_property
    def seen(self) -> Thing:
        return self.within(reading())


def allows(
    may: Callable[[Actor, Thing], bool], *, loads: Callable[..., Thing | None]
) -> Callable[[Callable[[Permit[Actor, Thing]], Page]], Callable[..., Page]]:
    """Open a view to those who `may` do this to the thing that `loads` finds for them."""

    def declare(view: Callable[[Permit[Actor, Thing]], Page]) -> Callable[..., Page]:
        @wraps(view)
        def guarded(**address: Any) -> Page:
            permit = Permit(may, loads, address)
            _ = permit.seen
            return view(permit)

        return _declared(guarded, may.__name__)

    return declare


def holders(
    *, loads: Callable[..., Thing | None]
) -> Callable[[Callable[[Ticket[Thing]], Page]], Callable[..., Page]]:
    """Open a view to whoever holds a link; `loads` finds what it opens, or nothing."""

    def declare(view: Callable[[Ticket[Thing]], Page]) -> Callable[..., Page]:
        @wraps(view)
        def guarded(**address: Any) -> Page:
            ticket = Ticket(loads, address)
            _ = ticket.seen
            return view(ticket)

        return _declared(guarded, f"holders:{loads.__name__}")

    return declare


def anyone(view: View) -> View:
    """Open a view to the public."""
    return _declared(view, "anyone")


def init_app(app: Flask, *, actor: Callable[[Session], Any]) -> None:
    """Guard every page, and refuse to start while one of them is undeclared."""
    app.extensions["actor"] = actor
    app.before_request(_refuse_undeclared)
    for rule in app.url_map.iter_rules():
        methods = (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if len(methods) != 1 or not hasattr(app.view_functions[rule.endpoint], "action"):
            raise Undeclared(f"{rule.endpoint}: one view per method, each with @allows or @anyone.")


def _refuse_undeclared() -> None:
    page = asked().endpoint
    if page and not hasattr(house().view_functions[page], "action"):
        abort(403)


def _declared(view: View, action: str) -> View:
    view.action = action  # type: ignore[attr-defined]  # read above, and by tests/conventions
    return view
