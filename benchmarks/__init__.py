"""Figures: each file measures one promise, beside its baseline, with one command."""
