"""Are identifiers whole and well formed?"""

import re
from collections.abc import Callable, Iterator

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem
from resilience.checks.sentences import shortened
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.records.policy import Council

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

ONS_CODE = re.compile(r"^[EWSN]\d{8}\Z")
_DOI = re.compile(r"^10\.\d{4,9}/\S*[^\s.,;]\Z")


def check(corpus: Corpus) -> Iterator[Problem]:
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
