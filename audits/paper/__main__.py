"""The child that makes PDF: pages and their files in (a JSON list), documents out (a JSON list, base64)."""

import json
import resource
import sys
from base64 import b64decode, b64encode

from weasyprint import HTML, Attachment
from weasyprint.urls import URLFetcher

MEMORY_BYTES = 2 * 1024**3
CPU_SECONDS_EACH = 15

NOTHING_BUT_DATA = URLFetcher(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=False)
"""No page reaches the network or a file: everything it needs stands in it."""


def limit(documents: int) -> None:
    """Bound this process before it reads anything it was given."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    seconds = CPU_SECONDS_EACH * (documents + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def document(page: str, files: dict[str, str]) -> bytes:
    """One page as PDF/UA-1: tagged, with its title and language, and with files attached."""
    attached = [
        Attachment(string=b64decode(content), name=name, url_fetcher=NOTHING_BUT_DATA, relationship="Data")
        for name, content in files.items()
    ]
    html = HTML(string=page, url_fetcher=NOTHING_BUT_DATA)
    return bytes(html.write_pdf(pdf_variant="pdf/ua-1", attachments=attached))


def main() -> None:
    """Read, make, write."""
    pages = json.load(sys.stdin.buffer)
    limit(len(pages))
    sys.stdout.write(json.dumps([b64encode(document(page, files)).decode() for page, files in pages]))


if __name__ == "__main__":
    main()
