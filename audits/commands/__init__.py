"""One module for each command; loaded when called."""
