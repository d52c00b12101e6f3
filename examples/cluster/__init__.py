"""Two web processes, two workers, PostgreSQL and a Dask cluster on one machine; see README.md."""
