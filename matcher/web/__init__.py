"""Flask plumbing that knows no domain: sessions, permission, forms, words, headers."""
