"""Links that lead nowhere are named with their lines; what can't be told is not called dead."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.test_setup.tools import tool

links = tool("links")


class _Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        code = int(self.path.strip("/").partition("-")[2] or 200)
        # One page is there for those who ask for it whole.
        self.send_response(405 if self.command == "HEAD" and self.path == "/whole" else code)
        if code == 302:
            self.send_header("Location", "/page-403")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_addresses_are_found_in_all_places_with_their_lines(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "a.yml").write_text(
        "# no address\nurl: https://example.org/a_(b)\nwhat: See it (https://example.org/c), or 'https://example.org/d'.\n",
        "utf-8",
    )
    (folder / "references.bib").write_text(
        "  doi = {10.1000/a<b>(c)},\n  url = {https://example.org/c},\n", "utf-8"
    )
    assert links.links_in(folder) == {
        "https://example.org/a_(b)": ["evidence/a.yml:2"],
        "https://example.org/c": ["evidence/a.yml:3", "evidence/references.bib:2"],
        "https://example.org/d": ["evidence/a.yml:3"],
        "https://doi.org/10.1000/a%3Cb%3E(c)": ["evidence/references.bib:1"],
    }


@pytest.mark.parametrize(
    ("page", "said"),
    [("page", "fine"), ("whole", "fine"), ("page-404", "404"), ("page-403", "403"), ("page-302", "403")],
)
def test_what_a_host_answers(host: str, page: str, said: str) -> None:
    assert links.answer(f"{host}/{page}") == said


def test_a_doi_that_leads_on_is_enough(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "RESOLVER", f"{host}/")
    assert links.answer(f"{host}/page-302") == "fine"
    assert links.answer(f"{host}/page-404") == "404"


def test_a_host_that_is_no_more() -> None:
    assert links.answer("https://nowhere.invalid/page") == links.NO_HOST
    assert links.answer("http://127.0.0.1:1/page") == "no answer"


def test_what_seems_dead_is_asked_for_twice() -> None:
    answers = {"https://a.org/1": iter(["404", "fine"]), "https://a.org/2": iter(["404", "410"])}
    given = links.answers_to(answers, lambda address: next(answers[address]), pause=0)
    assert given == {"https://a.org/1": "fine", "https://a.org/2": "410"}


def test_only_what_is_gone_is_called_dead() -> None:
    places = {f"https://a.org/{n}": [f"evidence/{n}.yml:{n}"] for n in range(6)}
    said = ["fine", "404", "403", "no such host", "no answer", "403"]
    lines, fine = links.told(places, dict(zip(places, said, strict=True)))
    assert not fine
    assert lines == [
        "evidence/1.yml:1 https://a.org/1 (404)",
        "evidence/3.yml:3 https://a.org/3 (no such host)",
        "6 links; 2 lead nowhere; 3 can't be told from here (403: 2, no answer: 1).",
    ]
    assert links.told(places, dict.fromkeys(places, "fine")) == (
        ["6 links; 0 lead nowhere; 0 can't be told from here."],
        True,
    )


def test_a_network_that_is_down_is_no_thousand_dead_links() -> None:
    places = {f"https://{n}.org/": ["evidence/a.yml:1"] for n in range(3)}
    (line,), fine = links.told(places, dict.fromkeys(places, links.NO_HOST))
    assert "is the network up?" in line
    assert not fine


def test_the_real_records_have_links_of_both_kinds() -> None:
    found = links.links_in(links.ROOT / "evidence")
    dois = [address for address in found if address.startswith(links.RESOLVER)]
    assert dois
    assert len(found) > len(dois)
    assert all(place.startswith("evidence/") for places in found.values() for place in places)
