"""What everything stands on: the database, sealed texts, sentences, the clock."""
