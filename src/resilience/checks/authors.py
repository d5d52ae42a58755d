"""Are the authors and editors of a work written so that each is read as one name?"""

import re
from collections.abc import Iterator
from datetime import date

from resilience.checks.corpus import Corpus
from resilience.checks.problem import Code, Problem, shortened
from resilience.checks.work_fields import W419
from resilience.checks.works import Catalogue, Work
from resilience.evidence.bib_form import says_nothing
from resilience.evidence.people import faults, mended, people

E416 = Code(
    "E416",
    "Authors in a form that is misread",
    "Several people would stand on the page as one, or a person under the wrong name.",
    "Write Family, Given and Family, Given; write `and others` for the rest, and braces around a body.",
    "author = {Smith J, Jones K, et al.}",
)
_CAPITALS = re.compile(r"[^\W\d_]{3,}(?:[ '’-][^\W\d_]+)*")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look at each field of names."""
    yield from corpus.of_works(_found)


def _found(catalogue: Catalogue, shown: str, _: date) -> Iterator[Problem]:
    for work in catalogue.works:
        for name in ("author", "editor"):
            if name in work.fields and not says_nothing(work.raw(name)):
                yield from _names(work, name, shown)


def _names(work: Work, name: str, shown: str) -> Iterator[Problem]:
    value, line, place = work.raw(name), work.line_of(name), f"{work.key}.{name}"
    for message in dict.fromkeys(faults(value)):
        better = mended(value)
        mend = (
            f"Write {name} = {{{shortened(better, 200)}}}, or run `resilience check --fix`." if better else ""
        )
        yield E416.found(shown, line, message, field=place, mend=mend)
    for person in people(value):
        family = person.text.partition(",")[0]
        is_person = "," in person.text and not person.in_braces
        if is_person and family.isupper() and _CAPITALS.fullmatch(family):
            yield W419.found(shown, line, f"{shortened(family)} is all in capitals", field=place)
            break
