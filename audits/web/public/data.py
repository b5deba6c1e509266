"""Open data: the files of the last night with sizes and checksums, and the dictionary as tables."""

from typing import Any

from flask import Response, abort, current_app, render_template, send_file
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.export import PACKAGE, SUMS
from audits.export.current import Export, File, current
from audits.export.dictionary import DICTIONARY, MEDIA, TABLES, source
from audits.export.files import FORMATS
from audits.export.lists import ENTRIES
from audits.web.access import public
from audits.web.public.pages import pages
from audits.web.session import database
from models.publication import public_version

OTHER = {"json": "application/json", "": "text/plain"}
UNITS = ("B", "KB", "MB", "GB", "TB")
STEP = 1000


@pages.app_template_filter()
def bytes_text(size: int) -> str:
    """A size as people read it: 1.2 MB."""
    amount, unit = float(size), 0
    while amount >= STEP and unit < len(UNITS) - 1:
        amount, unit = amount / STEP, unit + 1
    return f"{amount:.{1 if unit else 0}f} {UNITS[unit]}"


def taken_down(of: Export) -> bool:
    """Whether the files of the lists show an entry that may not be shown any more; asked once for each change."""
    key = (of.folder.name, public_version(database()), today())
    known: dict[Any, bool] = current_app.extensions.setdefault("withdrawn", {})
    if key not in known:
        with database().read() as db:
            found = of.withdrawn(db, today())
        known.clear()
        known[key] = found
    return known[key]


def files_of(table: str, files: dict[str, File]) -> list[File]:
    """The files of a table, one for each format."""
    return [files[f"{table}.{kind}"] for kind in FORMATS]


@pages.get("/data")
@public
def data() -> ResponseReturnValue:
    """What there is, from when, and what every field means."""
    found = current()
    files = {one.name: one for one in found.files} if found else {}
    counts = {one["path"]: one["rows"] for one in found.package["resources"]} if found else {}
    return render_template(
        "public/data.html",
        export=found,
        tables=[
            {
                "table": table,
                "files": files_of(table.name, files) if found else [],
                "rows": counts.get(f"{table.name}.csv"),
                "down": found is not None and table is ENTRIES and taken_down(found),
                "fields": [(field, source(table, field)) for field in table.fields],
            }
            for table in TABLES
        ],
        more=[*files_of(DICTIONARY.name, files), files[PACKAGE]] if found else [],
        sums=SUMS,
    )


@pages.get("/data/files/<name>")
@public
def data_file(name: str) -> ResponseReturnValue:
    """A file of the export: whole, in part (Range), or not at all if the asker has it (ETag)."""
    found = current()
    known = {one.name: one.sha256 for one in found.files} if found else {}
    if found is None or name not in {*known, SUMS}:
        abort(404)
    if name.startswith(f"{ENTRIES.name}.") and taken_down(found):
        abort(410)
    kind = name.rpartition(".")[2] if "." in name else ""
    etag = known.get(name) or found.folder.name
    answer: Response = send_file(
        found.folder / name, (MEDIA | OTHER)[kind], as_attachment=True, download_name=name, conditional=True,
        etag=etag, max_age=0,
    )  # fmt: skip
    return answer
