"""A programme in the middle of its life, with invented people."""
