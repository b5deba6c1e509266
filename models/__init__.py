"""What was said and done: tables, and the queries on them, side by side. No other folder knows SQL."""

from models import enter as enter  # whoever reaches a table enters its acts in the decision log
