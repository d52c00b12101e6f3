"""Rounds of mentoring, and who takes part in them."""
