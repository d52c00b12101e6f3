"""Simulated life."""
