"""The child that makes PDF: pages in (a JSON list), documents out (a JSON list, base64), within limits."""

import json
import resource
import sys
from base64 import b64encode

from weasyprint import HTML
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


def document(page: str) -> bytes:
    """One page as PDF/UA-1: tagged, with its title and language."""
    made = HTML(string=page, url_fetcher=NOTHING_BUT_DATA).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(made)


def main() -> None:
    """Read, make, write."""
    pages = json.load(sys.stdin.buffer)
    limit(len(pages))
    sys.stdout.write(json.dumps([b64encode(document(page)).decode() for page in pages]))


if __name__ == "__main__":
    main()
