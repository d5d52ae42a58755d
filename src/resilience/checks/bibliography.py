"""Is the bibliography readable, complete and in order?"""

import re
from collections.abc import Iterator
from itertools import pairwise

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem, listed, meant, shortened
from resilience.checks.works import Work
from resilience.evidence.kinds import BIBLIOGRAPHY
from resilience.evidence.works import KNOWN_FIELDS
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
E293 = Code(
    "E293",
    "An unknown bibliographic field",
    "What stands in it would never be shown.",
    "Check the spelling, or delete it.",
    "jounal = {BMC Public Health}",
)
W294 = Code(
    "W294",
    "An entry out of order",
    "In a sorted file two people's additions rarely collide.",
    "Move it, or run `resilience check --fix`.",
    "@article{ward-2020, ...} before @article{adams-2006, ...}",
)
E295 = Code(
    "E295",
    "A work from a year that can't be",
    "Works are sorted and counted by year.",
    "Write four digits; leave the field out where no year was seen.",
    "year = {in press}",
)
E296 = Code(
    "E296",
    "A key that can't be an address",
    "The key is the name of the record's file and page.",
    "Use small letters, digits and single hyphens, such as smith-2024-warm-homes.",
    "@article{Smith:2024, ...}",
)

W297 = Code(
    "W297",
    "A sign that BibTeX takes for an instruction",
    "In BibTeX `&`, `%`, `#`, `$` and `_` do something; other programs would stumble over them.",
    "Put a backslash before it.",
    "journal = {Health & Place}",
)
E298 = Code(
    "E298",
    "Text between entries",
    "Nothing reads it; often an entry has lost its @.",
    "Put the @ back, start the line with % if it is a remark, or delete it.",
    "article{smith-2024, title = {Warm homes}}",
)

_UNESCAPED = re.compile(r"(?<!\\)[&%#$_]")
_VERBATIM = ("doi", "url")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each entry, and at their order."""
    shown = corpus.shown(BIBLIOGRAPHY)
    for unread in corpus.catalogue.unread:
        if unread.repeats:
            yield E292.found(shown, unread.line, f"the key {unread.repeats} is taken", field=unread.repeats)
        else:
            yield E291.found(shown, unread.line, f"this entry can't be read ({shortened(unread.reason)})")
    for stray in corpus.catalogue.stray:
        yield E298.found(shown, stray.line, f"{shortened(stray.text)} stands outside of any entry")
    for work in corpus.works:
        yield from _entry(work, shown, corpus.today.year)
    for before, after in pairwise(corpus.works):
        if after.key < before.key:
            message = f"{after.key} stands after {before.key}"
            yield W294.found(shown, after.line, message, field=after.key)


def _entry(work: Work, shown: str, this_year: int) -> Iterator[Problem]:
    if not re.match(SLUG_PATTERN, work.key):
        message = f"{shortened(work.key)} is not in small letters, digits and single hyphens"
        yield E296.found(shown, work.line, message, field=work.key)
    for name in work.fields:
        if name not in KNOWN_FIELDS:
            mend = meant(name, KNOWN_FIELDS) or f"Known: {listed(sorted(KNOWN_FIELDS))}."
            message = f"there is no field {shortened(name)}"
            yield E293.found(shown, work.line_of(name), message, field=f"{work.key}.{name}", mend=mend)
        elif name not in _VERBATIM and (match := _UNESCAPED.search(work.text(name))):
            message = f"the {name} has a plain {match[0]}"
            yield W297.found(shown, work.line_of(name), message, field=f"{work.key}.{name}")
    year = work.text("year")
    if year and not (re.fullmatch(r"[0-9]{4}", year) and 1800 <= int(year) <= this_year + 1):
        message = f"{shortened(year)} is not a year from 1800 to {this_year + 1}"
        yield E295.found(shown, work.line_of("year"), message, field=f"{work.key}.year")
