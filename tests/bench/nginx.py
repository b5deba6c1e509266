"""nginx as the limit: it serves copies of our pages as files."""

from contextlib import AbstractContextManager
from pathlib import Path
from urllib.request import urlopen

from tests.bench.server import free_port, running

SETTINGS = """
worker_processes 2; daemon off; pid {folder}/nginx.pid; error_log stderr crit;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; open_file_cache max=5000; keepalive_requests 1000000; types {{ text/html html; }}
  server {{ listen 127.0.0.1:{port}; root {folder}; }}
}}
"""


def copy(address: str, pages: dict[str, list[str]], folder: Path) -> None:
    """Keep what the program answers to every address."""
    for page, urls in pages.items():
        (folder / page).mkdir(parents=True, exist_ok=True)
        for number, url in enumerate(urls):
            with urlopen(address + url, timeout=30) as answer:
                (folder / page / f"{number}.html").write_bytes(answer.read())
    (folder / "done").touch()


def running_over(folder: Path) -> AbstractContextManager[tuple[str, int]]:
    """nginx over a folder of pages: its address and its process."""
    port = free_port()
    settings = folder / "nginx.conf"
    settings.write_text(SETTINGS.format(folder=folder, port=port))
    return running(["nginx", "-c", settings], port, "/ranking/0.html")
