"""Name the links of records that lead nowhere, with the lines on which they stand.

A link is dead where its host has no address any more, or says that the page is not there or gone. Others that
give no page, such as hosts that turn away programs, can't be told from here and are counted only.
"""

import re
import socket
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"https?://[^\s\"'<>{}\\|^`]+")
DOI = re.compile(r"^\s*doi\s*[:=]\s*[\"'{]?(10\.[^\s\"'}]+)", re.MULTILINE)
RESOLVER = "https://doi.org/"
AT_END = ".,;:!?"
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
FINE = "fine"
NO_HOST = "no such host"
PAUSE = 1.0
"""Seconds between two questions to one host."""
PATIENCE = 30
"""Seconds for an answer."""
AT_ONCE = 24
"""Hosts."""
WHO = {"User-Agent": "Neighbourhood-Resilience-Evidence-Book link check", "Accept": "*/*"}


def links_in(folder: Path) -> dict[str, list[str]]:
    """Give each address in the records and the bibliography with its places, such as `studies/a.yml:12`."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted([*folder.rglob("*.yml"), *folder.rglob("*.bib")]):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            place = f"{path.relative_to(folder.parent)}:{number}"
            for address in dict.fromkeys(_addresses(line)):
                found[address].append(place)
    return dict(found)


def _addresses(line: str) -> Iterable[str]:
    for doi in DOI.findall(line):
        yield RESOLVER + quote(doi.rstrip(","), safe="/:;()._-")
    for link in LINK.findall(line):
        whole = link.rstrip(AT_END)
        while whole.endswith(")") and whole.count(")") > whole.count("("):
            whole = whole[:-1].rstrip(AT_END)
        yield whole


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """Go nowhere: that a DOI leads on is enough, and publishers turn programs away."""


def answer(address: str) -> str:
    """Ask for a page, and say how that went: `fine`, or why there was none."""
    opener = build_opener(_Stay) if address.startswith(RESOLVER) else build_opener()
    # Some servers know no HEAD, and some say that nothing is there.
    said = FINE
    for method in ("HEAD", "GET"):
        said = _ask(
            opener.open, Request(quote(address, safe="%/:=&?~#+!$,;'@()*[]"), method=method, headers=WHO)
        )
        if said == FINE:
            break
    return said


def _ask(open_: Callable[..., object], request: Request) -> str:
    try:
        with open_(request, timeout=PATIENCE):  # type: ignore[attr-defined]
            return FINE
    except HTTPError as error:
        leads_on = error.code < HTTPStatus.BAD_REQUEST
        error.close()
        return FINE if leads_on else str(error.code)
    except URLError as error:
        return NO_HOST if isinstance(error.reason, socket.gaierror) else "no answer"
    except (OSError, HTTPException, ValueError):
        return "no answer"


def is_dead(said: str) -> bool:
    """Say whether a page will not come back by itself."""
    return said == NO_HOST or said in map(str, map(int, GONE))


def answers_to(
    addresses: Iterable[str], ask: Callable[[str], str] = answer, pause: float = PAUSE
) -> dict[str, str]:
    """Ask for all pages, one at a time of each host; what seems dead is asked for twice."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc].append(address)

    def ask_host(those: list[str]) -> dict[str, str]:
        said = {}
        for address in those:
            said[address] = ask(address)
            time.sleep(pause)
        for address in [address for address, first in said.items() if is_dead(first)]:
            said[address] = ask(address)
            time.sleep(pause)
        return said

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {
            address: said for part in pool.map(ask_host, hosts.values()) for address, said in part.items()
        }


def told(links: dict[str, list[str]], answers: dict[str, str]) -> tuple[list[str], bool]:
    """Write what was found, and say whether all is fine."""
    unreached = sum(said in (NO_HOST, "no answer") for said in answers.values())
    if unreached * 2 > len(answers):
        return [
            f"{unreached} of {len(answers)} hosts gave no answer: is the network up? Nothing can be told."
        ], False
    dead = sorted(address for address, said in answers.items() if is_dead(said))
    lines = [f"{place} {address} ({answers[address]})" for address in dead for place in links[address]]
    untold = Counter(said for said in answers.values() if said != FINE and not is_dead(said))
    reasons = ", ".join(f"{said}: {count}" for said, count in untold.most_common())
    lines.append(
        f"{len(answers)} links; {len(dead)} lead nowhere; {untold.total()} can't be told from here"
        + (f" ({reasons})." if reasons else ".")
    )
    return lines, not dead


def main() -> None:
    """Ask for every link of the evidence; ends with 1 where one is dead."""
    links = links_in(ROOT / "evidence")
    lines, fine = told(links, answers_to(links))
    print("\n".join(lines))
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
