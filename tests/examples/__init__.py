"""The examples, played at a small size."""
