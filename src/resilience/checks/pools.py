"""Do sets of results and the results that belong to them fit together?"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..records.base import SLUG_PATTERN
from ..records.pool import Member, Pool
from ..records.study import Outcome
from .corpus import Corpus
from .document import Part
from .parts import parts_of
from .problem import Code, Problem
from .sentences import meant, shortened

E321 = Code(
    "E321",
    "A result in a set that nobody defined",
    "The result stands in no set, and no page shows it beside others.",
    "Write the set's file in pools/, or use the name of one that is there.",
    "pool: warm-homes, without pools/warm-homes.yml",
)
E322 = Code(
    "E322",
    "A set speaks of a result that it does not hold",
    "What is said of the result has no effect.",
    "Copy `study` and `measure` from the result, and give the result the `pool` of this set.",
    "members:\n  - study: mead-2010\n    measure: a measure that the study does not have",
)
E323 = Code(
    "E323",
    "A table of effects that is not there",
    "The set has nothing to show.",
    "Bring the file into pools/, or mend `table`.",
    "table: no-such-table.csv",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare sets with results, both ways."""
    defined = corpus.names("pool")
    held: set[tuple[str, str, str]] = set()
    for outcome in corpus.parts(Outcome):
        slug = outcome.text("pool")
        if re.match(SLUG_PATTERN, slug) and slug not in defined:
            yield outcome.problem(E321, "pool", f"no set is called {shortened(slug)}", _mend(slug, defined))
        held.add((slug, outcome.document.name, outcome.text("measure")))
    for pool in corpus.parts(Pool):
        yield from _members(corpus, pool, held)
        table = pool.text("table")
        if table and PurePosixPath("pools", table) not in corpus.files:
            yield pool.problem(E323, "table", f"there is no pools/{shortened(table)}")


def _mend(slug: str, defined: set[str]) -> str:
    return f"{meant(slug, defined)} {E321.mend}".strip()


def _members(corpus: Corpus, pool: Part, held: set[tuple[str, str, str]]) -> Iterator[Problem]:
    # A study that is not there, or can't be read, is a problem of its own.
    studies = corpus.records("study")
    for member in parts_of(pool.document):
        study, measure = member.text("study"), member.text("measure")
        if member.model is not Member or study not in studies:
            continue
        if (pool.document.name, study, measure) not in held:
            message = f"{study} has no result “{shortened(measure)}” in this set"
            yield member.problem(E322, "measure", message)
