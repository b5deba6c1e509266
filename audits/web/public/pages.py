"""The blueprint of the public pages, and the pairs (key, words) its choices are made of."""

from collections.abc import Iterable, Mapping

from flask import Blueprint, g

from compliance.facts import Said

pages = Blueprint("public", __name__)
Pairs = list[tuple[str, str]]


@pages.app_template_global()
def said_pairs(names: Mapping[str, Said]) -> Pairs:
    """Keys with their words in the language of the request."""
    return [(key, words.on(g.language)) for key, words in names.items()]


@pages.app_template_global()
def same_pairs(names: Iterable[str]) -> Pairs:
    """Names that are their own keys."""
    return [(name, name) for name in names]


@pages.app_template_global()
def class_pairs(classes: Iterable[tuple[str, str, int]]) -> Pairs:
    """Classes with how many stand in each."""
    return [(key, f"{words} ({count})") for key, words, count in classes]
