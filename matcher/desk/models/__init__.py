"""A calendar to subscribe to, a page that looks for people, and mails to many."""

from matcher.desk.models.appeal import Appeal
from matcher.desk.models.circular import Circular
from matcher.desk.models.feed import CalendarFeed

__all__ = ["Appeal", "CalendarFeed", "Circular"]
