"""Reads people from the spreadsheets a coordinator has."""
