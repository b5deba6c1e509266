"""Findings on a dossier's figures."""

from collections.abc import Sequence
from datetime import date

from compliance.facts import Dossier
from compliance.finding import Finding, Unknown


def of_figures(dossier: Dossier, day: date) -> tuple[Sequence[Finding], Sequence[Unknown]]:
    """Findings on figures, and rules that lack them."""
    return [], []
