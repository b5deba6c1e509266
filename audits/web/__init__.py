"""The pages for three audiences, and the API for machines."""
