"""Templates once for each language: a message without blanks is translated when its template is loaded."""

import re
from collections.abc import Callable, MutableMapping
from typing import Any

from flask import Flask, g
from flask.templating import Environment
from jinja2 import BaseLoader, Template
from jinja2 import Environment as Jinja

from audits.web.language import translated

FIXED = re.compile(r"\{\{ _\('([^'\\%]+)'\) \}\}")
Source = tuple[str, str | None, Callable[[], bool] | None]


class Translating(BaseLoader):
    """Templates of another loader under names such as "en:base.html"."""

    def __init__(self, loader: BaseLoader) -> None:
        self.loader = loader

    def get_source(self, environment: Jinja, template: str) -> Source:
        """The source with its fixed messages in that language."""
        language, _colon, name = template.partition(":")
        source, file, current = self.loader.get_source(environment, name)
        return FIXED.sub(lambda found: translated(language, found[1]), source), file, current


class Bilingual(Environment):
    """Flask's environment, which looks for a template in the language of the request."""

    def __init__(self, app: Flask, **options: Any) -> None:
        super().__init__(app, loader=Translating(app.create_global_jinja_loader()), **options)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """A template, and what it extends or imports, in one language."""
        if isinstance(name, str):
            name = f"{g.get('language', 'zh')}:{name}"
        return super().get_template(name, parent, globals)
