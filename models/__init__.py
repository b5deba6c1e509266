"""What was said and done: tables, and the queries on them, side by side. No other folder knows SQL."""
