"""Reports of a run for people without the service: report.json, and a page to read or print."""
