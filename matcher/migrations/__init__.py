"""The history of the database: numbered steps, one sentence each."""
