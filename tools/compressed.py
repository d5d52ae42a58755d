"""Serve a built site on localhost, compressed as GitHub Pages does, and note what was sent."""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""Of gzip."""
COMPRESSED = (".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml")
"""All else is small already, or is sent as it is."""


@functools.cache
def body(file: Path) -> bytes:
    """Give what is sent for a file."""
    content = file.read_bytes()
    return gzip.compress(content, LEVEL, mtime=0) if is_compressed(file) else content


def is_compressed(file: Path) -> bool:
    """Say whether a file is sent compressed."""
    return file.suffix in COMPRESSED


class Server(ThreadingHTTPServer):
    """Serves one folder; `sent` holds the bytes of each address since it was last emptied."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder.resolve()
        self.sent: dict[str, int] = {}

    @property
    def address(self) -> str:
        """Give the address without a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}"

    def file_of(self, path: str) -> Path | None:
        """Give the file that stands at an address, or None."""
        file = (self.folder / unquote(urlsplit(path).path).lstrip("/")).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() and file.is_relative_to(self.folder) else None


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = self.server.file_of(self.path)
        content = body(file) if file else b""
        self.send_response(HTTPStatus.OK if file else HTTPStatus.NOT_FOUND)
        if file:
            self.send_header("Content-Type", _type_of(file))
            # As GitHub Pages says.
            self.send_header("Cache-Control", "max-age=600")
            if is_compressed(file):
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        self.server.sent[urlsplit(self.path).path.lstrip("/")] = len(content)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def _type_of(file: Path) -> str:
    kind = guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if is_compressed(file) else kind


@contextmanager
def compressed(folder: Path) -> Iterator[Server]:
    """Serve a folder until the block ends."""
    with Server(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
