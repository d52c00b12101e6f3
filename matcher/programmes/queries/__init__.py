"""What can be asked about programmes, and about the places that members have in them."""

from matcher.programmes.queries.programmes import find_coordinated, find_open_programme

__all__ = ["find_coordinated", "find_open_programme"]
