"""Every column says who may see it, why it is kept, and for how long."""

import pytest
from sqlalchemy import Column, LargeBinary

import matcher.work  # noqa: F401  # brings every model in
from matcher.foundation.columns import Audience, Keep
from matcher.foundation.database import Base

COLUMNS = [column for table in Base.metadata.sorted_tables for column in table.columns]


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_a_column_is_marked(column: Column[object]) -> None:
    assert isinstance(column.info.get("audience"), Audience), "mapped_column(info=about(…))"
    assert isinstance(column.info.get("keep"), Keep)
    assert column.info.get("purpose")


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_bytes_are_sealed_and_sealed_columns_say_so(column: Column[object]) -> None:
    assert isinstance(column.type, LargeBinary) == column.name.endswith("_sealed")
