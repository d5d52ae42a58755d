"""Is all that was read listed, and is a copy marked as one?"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import shortened
from resilience.records.provenance import Provenance, Seen

W246 = Code(
    "W246",
    "An address that looks like a copy",
    "A bare number, a proxy or an address that holds another one is seldom the original.",
    "Write `mirror: true`, add the host to mirrors.yml, and look for the original.",
    "at: http://203.0.113.9:8081/123\nmirror: false",
)
E257 = Code(
    "E257",
    "A page that was read and is not listed",
    "Whoever checks the record must find all that it rests on.",
    "Add the page under `provenance.seen`; "
    "where its address was not noted, give the host and say so in `what`.",
    "notes: sample size from example.org\n\nwithout example.org under seen",
)

_ENDINGS = "com|org|net|info|edu|gov|int|eu|uk|scot|wales|ca|au|nz|ie|de|nl|cn|ua"
# With two dots any ending will do; with one, words that lack a space after their full stop look alike.
_HOST = re.compile(
    rf"(?<![\w@./-])(?:https?://)?"
    rf"((?:[a-z0-9-]+\.)+[a-z0-9-]{{3,}}\.[a-z]{{2,}}|[a-z0-9-]+\.(?:{_ENDINGS}))(?![\w@-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}")
_HELD = re.compile(r"[?&]url=", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the addresses of what was read, and at hosts that the notes name."""
    for part in corpus.parts(Provenance):
        yield from _unlisted(part)
    for part in corpus.parts(Seen):
        at = part.text("at")
        if part.data.get("mirror", False) is False and (reason := _looks_copied(at)):
            yield part.problem(W246, "at", f"{shortened(at)} {reason}")


def _unlisted(part: Part) -> Iterator[Problem]:
    seen = part.data.get("seen")
    addresses = (
        " ".join(str(item.get("at")) for item in seen if isinstance(item, dict))
        if isinstance(seen, list)
        else ""
    )
    for host in dict.fromkeys(match[1].casefold() for match in _HOST.finditer(part.text("notes"))):
        if host.removeprefix("www.") not in addresses.casefold():
            yield part.problem(E257, "notes", f"{shortened(host)} is not among the pages seen")


def _looks_copied(at: str) -> str:
    """Say why an address looks like a copy; an empty text where it does not."""
    try:
        host = urlsplit(at).hostname or ""
    except ValueError:
        return ""
    if _NUMBER.fullmatch(host):
        return "is a bare number"
    if "proxy" in host:
        return "is a proxy"
    return "holds another address" if _HELD.search(at) else ""
