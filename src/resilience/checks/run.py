"""Run all rules over an evidence folder."""

from datetime import date
from pathlib import Path

from resilience.checks.catalogue import RULES
from resilience.checks.corpus import Corpus
from resilience.checks.problem import Problem


def check(folder: Path, today: date | None = None) -> list[Problem]:
    """Give every problem in an evidence folder, sorted by file and line; reviews are due by `today`."""
    corpus = Corpus(folder, today or date.today())
    found = [problem for rule in RULES for problem in rule(corpus)]
    return sorted({*corpus.unread, *found})
