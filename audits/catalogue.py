"""Makes the catalogue that gettext reads from its parts: one JSON file of English to Chinese for each area."""

import json
import os
from collections.abc import Iterator, Mapping

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from audits.words import FOLDER, PARTS

TARGET = FOLDER / "zh" / "LC_MESSAGES" / "messages.mo"


def parts() -> Iterator[tuple[str, str, str]]:
    """Every translation: the part it stands in, English, Chinese."""
    for part in sorted(PARTS.glob("*.json")):
        for english, chinese in json.loads(part.read_text(encoding="utf-8")).items():
            yield part.name, english, chinese


def merged() -> Mapping[str, str]:
    """Every text with its Chinese. Two areas must not disagree; a test sees to it."""
    return {english: chinese for _, english, chinese in parts()}


def build() -> None:
    """Write the catalogue whole or not at all."""
    catalog = Catalog(locale="zh", domain="messages", charset="utf-8")
    for english, chinese in merged().items():
        catalog.add(english, chinese)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    partial = TARGET.with_suffix(f".{os.getpid()}.partial")
    with partial.open("wb") as file:
        write_mo(file, catalog)
    partial.replace(TARGET)


if __name__ == "__main__":
    build()
