"""The preview of an edition: acts, two at once, the log."""
