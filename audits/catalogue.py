"""Makes the catalogue that gettext reads from its parts: one JSON file of English to Chinese for each area."""

import json
import os
from collections.abc import Mapping

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from audits.words import FOLDER, PARTS

TARGET = FOLDER / "zh" / "LC_MESSAGES" / "messages.mo"


class Contradiction(Exception):
    """Two parts translate the same text differently."""


def merged() -> Mapping[str, str]:
    """Every text with its Chinese. Contradiction if two areas disagree."""
    texts: dict[str, str] = {}
    for part in sorted(PARTS.glob("*.json")):
        for english, chinese in json.loads(part.read_text(encoding="utf-8")).items():
            if texts.setdefault(english, chinese) != chinese:
                raise Contradiction(
                    f"{part.name}: {english!r} is {chinese!r} here, {texts[english]!r} elsewhere"
                )
    return texts


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
