"""Is the bibliography readable as a whole, and in order?"""

import re
from collections.abc import Iterator
from itertools import pairwise

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem, shortened
from resilience.evidence.bibtex import Slip
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.records.base import SLUG_PATTERN

E291 = Code(
    "E291",
    "An entry that can't be read",
    "The work would be lost.",
    "Look for a missing brace or comma.",
    "@article{smith-2024, title = {Warm homes",
)
E292 = Code(
    "E292",
    "A key that stands twice",
    "Only one of the two works could be cited.",
    "Give one another key, or merge them.",
    "@article{smith-2024, ...}, twice",
)
W294 = Code(
    "W294",
    "An entry out of order",
    "In a sorted file two people's additions rarely collide.",
    "Move it, or run `resilience check --fix`.",
    "@article{ward-2020, ...} before @article{adams-2006, ...}",
)
E296 = Code(
    "E296",
    "A key that can't be an address",
    "The key is the name of the record's file and page.",
    "Use small letters, digits and single hyphens, such as smith-2024-warm-homes.",
    "@article{Smith:2024, ...}",
)
E298 = Code(
    "E298",
    "Text between entries",
    "Nothing reads it; often an entry has lost its @.",
    "Put the @ back, start the line with % if it is a remark, or delete it.",
    "article{smith-2024, title = {Warm homes}}",
)
E299 = Code(
    "E299",
    "A value that runs on into the next field",
    "Both fields would stand on the page as one, or one would be lost.",
    "Close the braces of the value, and put a comma after them.",
    "title = {Warm homes} journal = {Energy Policy},",
)
E411 = Code(
    "E411",
    "A value without braces",
    "BibTeX takes it for the name of a macro, and no @string defines it.",
    "Put braces around the value, or define the macro.",
    "journal = bmj,",
)
W412 = Code(
    "W412",
    "A preamble or macro that nothing uses",
    "It has no effect here, and the next person will wonder what it is for.",
    "Delete it.",
    '@string{bmj = "BMJ"}, and no entry with journal = bmj',
)

_CODES = {
    Slip.UNREADABLE: E291,
    Slip.KEY_TWICE: E292,
    Slip.SWALLOWED: E299,
    Slip.NO_MACRO: E411,
    Slip.STRAY: E298,
    Slip.PREAMBLE: W412,
    Slip.UNUSED_MACRO: W412,
}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at the notation of the file, at the keys, and at their order."""
    shown = corpus.shown(BIBLIOGRAPHY)
    for told in corpus.catalogue.slips:
        about = (
            f"{shortened(told.about)} stands outside of any entry" if told.slip is Slip.STRAY else told.about
        )
        yield _CODES[told.slip].found(shown, told.line, about, field=told.field, mend=told.mend)
    for work in corpus.works:
        if not re.fullmatch(SLUG_PATTERN, work.key):
            message = f"{shortened(work.key)} is not in small letters, digits and single hyphens"
            yield E296.found(shown, work.line, message, field=work.key)
    for before, after in pairwise(corpus.works):
        if after.key < before.key:
            message = f"{after.key} stands after {before.key}"
            yield W294.found(shown, after.line, message, field=after.key)
