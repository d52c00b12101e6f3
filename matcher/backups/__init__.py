"""Copies of the database that are known to be good: each was restored and checked."""
