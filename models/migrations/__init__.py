"""Every change of the tables, numbered and named; written once, never edited after a release."""
