"""Are identifiers whole and well formed, and may the book link to the addresses that it would link to?"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import SplitResult, urlsplit

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem, shortened
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.records.base import URL_PATTERN, Record
from resilience.records.editorial import MirrorHosts
from resilience.records.policy import Council
from resilience.records.provenance import Seen
from resilience.records.search_log import ScreenedWork

E231 = Code(
    "E231",
    "A malformed DOI",
    "The link to the work would fail.",
    "Write it from `10.` on, without https://doi.org/ and without a full stop at the end.",
    "doi = {https://doi.org/10.1186/1471-2458-6-81}",
)
E232 = Code(
    "E232", "A malformed PubMed number", E231.why, "Write the digits only.", "pmid = {PMID: 16571122}"
)
E233 = Code(
    "E233",
    "A malformed PubMed Central number",
    E231.why,
    "Write PMC and the digits.",
    "pmcid = {1440855}",
)
E234 = Code(
    "E234",
    "An ISBN that does not add up",
    "The last digit of an ISBN is computed from the others; here it does not fit, so a digit is wrong.",
    "Copy it again, with all 10 or 13 digits.",
    "isbn = {978-0-306-40615-8}",
)
E235 = Code(
    "E235",
    "A malformed code of the Office for National Statistics",
    "Figures are joined by this code.",
    "Write one of the letters E, W, S or N and eight digits.",
    "ons_code: E0800009",
)
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


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at identifiers and addresses."""
    yield from _identifiers(corpus)
    yield from _links(corpus)


ONS_CODE = re.compile(r"^[EWSN]\d{8}\Z")
# A brace or backslash is LaTeX that was not understood; `..` would lead to the DOI of another work.
_DOI = re.compile(r"^10\.\d{4,9}/(?!\S*(?:^|/)\.\.(?:/|\Z))[^\s{}\\\"]*[^\s{}\\\".,;]\Z")


def _identifiers(corpus: Corpus) -> Iterator[Problem]:
    """Look at the identifiers of works and councils; those in tables belong to the tables' rules."""
    for work in corpus.works:
        for name, (code, noun, fits) in _OF_WORKS.items():
            value = work.text(name)
            if value and not fits(value):
                message = f"{shortened(value)} is not {noun}"
                shown, line = corpus.shown(BIBLIOGRAPHY), work.line_of(name)
                yield code.found(shown, line, message, field=f"{work.key}.{name}")
    for part in corpus.parts(Council):
        if part.text("ons_code") and not ONS_CODE.match(part.text("ons_code")):
            yield part.problem(E235, "ons_code", f"{shortened(part.text('ons_code'))} is not an ONS code")


def adds_up(isbn: str) -> bool:
    """Say whether an ISBN of 10 or 13 digits has the right check digit."""
    digits = re.sub(r"[\s-]", "", isbn).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(weight * value for weight, value in zip(range(10, 0, -1), values, strict=True)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        return sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(digits)) % 10 == 0
    return False


_OF_WORKS: dict[str, tuple[Code, str, Callable[[str], object]]] = {
    "doi": (E231, "a DOI", _DOI.match),
    "pmid": (E232, "a PubMed number", re.compile(r"^[1-9][0-9]{0,7}\Z").match),
    "pmcid": (E233, "a PubMed Central number", re.compile(r"^PMC[1-9][0-9]{0,8}\Z").match),
    "isbn": (E234, "an ISBN that adds up", adds_up),
}
# A brace or backslash is LaTeX that was not understood.
_WHOLE_URL = re.compile(rf"(?!.*[{{}}\\]){URL_PATTERN}", re.DOTALL)
_HOST = re.compile(
    r"(?=.{4,254}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?\Z",
    re.IGNORECASE,
)


def _links(corpus: Corpus) -> Iterator[Problem]:
    """Look at each `url` in records and in the bibliography, and at the flags of what was seen."""
    for part in corpus.parts(Record):
        # What is no address at all is seen when the record is compared with its model.
        if re.fullmatch(URL_PATTERN, part.text("url")):
            for code, message in address_faults(part.text("url"), corpus.mirrors):
                yield part.problem(code, "url", message)
    for work in corpus.works:
        for code, message in address_faults(work.text("url"), corpus.mirrors) if work.text("url") else ():
            shown, line = corpus.shown(BIBLIOGRAPHY), work.line_of("url")
            yield code.found(shown, line, message, field=f"{work.key}.url")
    for part in (*corpus.parts(Seen), *corpus.parts(ScreenedWork)):
        if part.data.get("mirror", False) is False and _is_mirror(corpus, part.text("at")):
            message = f"the host of {shortened(part.text('at'))} is on the list of mirrors"
            yield part.problem(E245, "mirror", message)


def address_faults(url: str, mirrors: MirrorHosts) -> Iterator[tuple[Code, str]]:
    """Say why the book may not link to an address."""
    parts = _split(url)
    if parts is None or not _WHOLE_URL.fullmatch(url) or not _HOST.match(parts.hostname or ""):
        yield E241, f"{shortened(url)} is not a whole address"
        return
    if parts.username is not None or parts.password is not None:
        yield E242, "the address holds a name or password"
    if (parts.hostname or "").endswith("."):
        yield E243, f"the host {parts.hostname} ends in a dot"
    if mirrors.covers(url):
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
