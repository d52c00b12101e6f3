"""The notice says every reason and every table in a reader's words, never in ours."""

import pytest
from flask import Flask
from markupsafe import escape
from sqlalchemy import Column, Integer, MetaData, Table

from matcher.migrations.models import import_every_model
from matcher.privacy.labels import COLUMNS, TABLES
from matcher.privacy.reasons import PURPOSES
from matcher.privacy.register import Unregistered, entries, purposes

import_every_model()


def test_every_reason_has_words_and_a_ground() -> None:
    assert {each.purpose for each in purposes()} - PURPOSES.keys() == set()


def test_no_reason_is_told_that_nothing_is_kept_for() -> None:
    assert PURPOSES.keys() - {each.purpose for each in purposes()} == set()


def test_every_table_about_people_has_a_name() -> None:
    told = {each.table for each in entries() if not each.is_machinery}

    assert told - TABLES.keys() == set()


def test_every_column_about_people_has_a_name() -> None:
    told = {each.column.removesuffix("_sealed") for each in entries() if not each.is_machinery}

    assert told - COLUMNS.keys() == set()


@pytest.mark.parametrize("address", ["/privacy/notice", "/privacy/record"])
def test_everybody_can_read_what_is_kept_why_and_what_is_sealed(address: str, app: Flask) -> None:
    page = app.test_client().get(address).text

    for words, _ground in PURPOSES.values():
        assert escape(words) in page
    assert "encrypted" in page


def test_a_column_that_does_not_say_why_it_is_kept_is_no_part_of_any_notice() -> None:
    table = Table("stray", MetaData(), Column("colour", Integer))

    with pytest.raises(Unregistered, match=r"stray\.colour"):
        entries(table)
