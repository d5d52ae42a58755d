"""May the book link to the addresses that it would link to?"""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import shortened
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.records.base import URL_PATTERN, Record
from resilience.records.provenance import Seen

E241 = Code(
    "E241",
    "A malformed address",
    "The link would fail.",
    "Copy the whole address from the browser, from https:// on.",
    "url: https:/example.org",
)
E242 = Code(
    "E242",
    "A name or password in an address",
    "Everybody could read it, and a name before @ can pretend to be another site.",
    "Delete all between // and @.",
    "url: https://name:word@example.org/",
)
E243 = Code(
    "E243",
    "A host with a dot at its end",
    "It is the same host under a second name, and slips past the list of mirrors.",
    "Delete the dot.",
    "url: https://example.org./page",
)
E244 = Code(
    "E244",
    "A mirror offered as a link",
    "The host re-publishes other people's documents; readers must reach the original.",
    "Find the original page, or write null and keep the address in `provenance.seen`.",
    "url: https://docplayer.net/1234",
)
E245 = Code(
    "E245",
    "A mirror that is not marked as one",
    "The page tells readers whether the original was seen.",
    "Write `mirror: true`.",
    "at: https://docplayer.net/1234\nmirror: false",
)

_HOST = re.compile(
    r"(?=.{4,254}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?\Z",
    re.IGNORECASE,
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each `url` in records and in the bibliography, and at the flags of what was seen."""
    for part in corpus.parts(Record):
        # What is no address at all is seen when the record is compared with its model.
        if re.fullmatch(URL_PATTERN, part.text("url")):
            for code, message in _faults(corpus, part.text("url")):
                yield part.problem(code, "url", message)
    for work in corpus.works:
        for code, message in _faults(corpus, work.text("url")) if work.text("url") else ():
            shown, line = corpus.shown(BIBLIOGRAPHY), work.line_of("url")
            yield code.found(shown, line, message, field=f"{work.key}.url")
    for part in corpus.parts(Seen):
        if part.data.get("mirror", False) is False and _is_mirror(corpus, part.text("at")):
            message = f"the host of {shortened(part.text('at'))} is on the list of mirrors"
            yield part.problem(E245, "mirror", message)


def _faults(corpus: Corpus, url: str) -> Iterator[tuple[Code, str]]:
    parts = _split(url)
    if parts is None or not re.fullmatch(URL_PATTERN, url) or not _HOST.match(parts.hostname or ""):
        yield E241, f"{shortened(url)} is not a whole address"
        return
    if parts.username is not None or parts.password is not None:
        yield E242, "the address holds a name or password"
    if (parts.hostname or "").endswith("."):
        yield E243, f"the host {parts.hostname} ends in a dot"
    if corpus.mirrors.covers(url):
        yield E244, f"{parts.hostname} is a mirror"


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        # Reading the port is what makes a malformed one known.
        return parts if parts.port is None or parts.port else None
    except ValueError:
        return None


def _is_mirror(corpus: Corpus, at: str) -> bool:
    # What was read is noted as it stood: without https, or with a slash too many.
    whole = re.sub(r"^(?:https?:)?/*", "https://", at)
    return _split(whole) is not None and corpus.mirrors.covers(whole)
