"""Hands a list over as a file."""

from flask import Response, request

from matcher.foundation.sheets import Sheet, as_csv, as_xlsx
from matcher.web.words import language

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def kind_asked() -> str:
    """Return which file is asked for; anything else than XLSX is CSV, which everything opens."""
    asked = request.form.get("format", "")
    return asked if asked in KINDS else "csv"


def as_file(sheet: Sheet, name: str) -> Response:
    """Answer with a sheet as the file that was asked for."""
    kind = kind_asked()
    content = as_xlsx(sheet) if kind == "xlsx" else as_csv(sheet, language())
    answer = Response(content, content_type=KINDS[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
