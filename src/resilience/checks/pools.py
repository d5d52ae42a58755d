"""Do sets of results fit the results that belong to them, and do they say what they leave out?"""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, meant, shortened
from resilience.findings.pool_left_out import left_out_of
from resilience.records.base import SLUG_PATTERN
from resilience.records.pool import Member, Pool
from resilience.records.study import Outcome, Study

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
W324 = Code(
    "W324",
    "A result that a set leaves out without a word",
    "Results that are left out for no reason could have been left out for what they say.",
    "Give the result the `pool` of this set, or say under `left_out` why it is not in it.",
    "a study of the same activity with an odds ratio on the same outcome, and no `pool`",
)
W325 = Code(
    "W325",
    "A reason for a study that has nothing to leave out",
    "Readers never see the reason, and it may have been meant for another study.",
    "Check the key and the outcome, or delete the reason.",
    "left_out:\n  - studies:\n      - a-study-without-a-result-on-this-outcome\n    because: ...",
)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare sets with results, both ways, and with the results that could have been in them."""
    yield from _held(corpus)
    yield from _left_out(corpus)


def _held(corpus: Corpus) -> Iterator[Problem]:
    defined = corpus.names("pool")
    held: set[tuple[str, str, str]] = set()
    for outcome in corpus.parts(Outcome):
        slug = outcome.text("pool")
        if re.fullmatch(SLUG_PATTERN, slug) and slug not in defined:
            yield outcome.problem(E321, "pool", f"no set is called {shortened(slug)}", _mend(slug, defined))
        # Under a name that no set has, a result may belong to any: its name is the problem.
        held |= {
            (name, outcome.document.name, outcome.text("measure"))
            for name in ({slug} if slug in defined or not slug else defined)
        }
    for pool in corpus.parts(Pool):
        yield from _members(corpus, pool, held)
        table = pool.text("table")
        if table and PurePosixPath("pools", table) not in corpus.files:
            yield pool.problem(E323, "table", f"there is no pools/{shortened(table)}")


def _mend(slug: str, defined: Collection[str]) -> str:
    return f"{meant(slug, defined)} {E321.mend}".strip()


def _members(corpus: Corpus, pool: Part, held: set[tuple[str, str, str]]) -> Iterator[Problem]:
    # A study that is not there, or can't be read, is a problem of its own.
    studies = corpus.records("study")
    for member in pool.document.parts:
        study, measure = member.text("study"), member.text("measure")
        if member.model is not Member or study not in studies:
            continue
        if (pool.document.name, study, measure) not in held:
            message = f"{study} has no result “{shortened(measure)}” in this set"
            yield member.problem(E322, "measure", message)


def _left_out(corpus: Corpus) -> Iterator[Problem]:
    sets = corpus.valid("pool", Pool)
    # One with a notice counts nowhere, and pages say so by themselves.
    studies = {key: study for key, study in corpus.valid("study", Study).items() if study.status is None}
    documents = corpus.records("pool")
    for slug, definition in sets.items():
        listed = left_out_of(definition, sets, studies).listed
        without = {one.study.key: one.outcome.measure for one in reversed(listed) if not one.is_explained}
        for key, measure in sorted(without.items()):
            message = f"{key} has “{shortened(measure)}” on the same question, and no reason is given"
            yield documents[slug].problem(W324, ("left_out",), message)
        shown = {one.study.key for one in listed}
        for place, entry in enumerate(definition.left_out):
            for key in entry.studies:
                if key in studies and key not in shown:
                    message = f"{key} has no result on {definition.outcome} outside this set"
                    yield documents[slug].problem(W325, ("left_out", place, "studies"), message)
