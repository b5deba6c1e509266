"""Draws of spot checks: tables, and the queries on them."""
