"""A report as its readers see it."""

from matcher.reports.views.page import ReportPage, report_page
from matcher.reports.views.sheet import report_sheet
from matcher.reports.views.told import told_page

__all__ = ["ReportPage", "report_page", "report_sheet", "told_page"]
