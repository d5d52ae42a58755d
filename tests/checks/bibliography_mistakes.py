"""Mistakes that people and programs make in a bibliography, and what becomes of each."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from docutils import nodes
from tests.frozen import book

from resilience.checks import Problem, authors, bibliography, duplicates, identifiers, work_fields
from resilience.checks.corpus import Corpus
from resilience.evidence.ris import to_ris
from resilience.evidence.works import read_references, write_bibtex
from resilience.site.pages.common import Pages
from resilience.site.pages.study import study_page
from resilience.site.wording.filled import passage_nodes

CASES = Path(__file__).with_suffix(".yml")
ENTRY = """@article{warm-2020,
  author = {Smith, A. and Jones, B.},
  title = {Warm homes and health},
  journal = {Energy Policy},
  year = {2020},
  volume = {12},
  pages = {1-9},
}
"""
FAMILIES = (bibliography, work_fields, authors, identifiers, duplicates)
YEAR = re.compile(r"\((?:\d{4}|year not seen)\)\. ")
STUDY = "mead-2010-befriending-depression"


@dataclass(frozen=True)
class Mistake:
    """A change to a good entry: what is told of it, how it is printed, and how once `--fix` has mended it."""

    id: str
    replace: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    """Codes, each with its line."""
    printed: str = ""
    fixed: str = ""

    @property
    def text(self) -> str:
        """The bibliography with the mistake."""
        text = ENTRY
        for old, new in self.replace.items():
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        return text


def mistakes() -> list[Mistake]:
    """Read all cases."""
    return [Mistake(**case) for case in yaml.safe_load(CASES.read_text("utf-8"))]


def told_of(text: str, folder: Path) -> list[Problem]:
    """Check a bibliography alone."""
    (folder / "references.bib").write_text(text, "utf-8")
    corpus = Corpus(folder, date(2026, 12, 1))
    return sorted({problem for family in FAMILIES for problem in family.check(corpus)})


def printed_as(text: str, folder: Path) -> str:
    """Lay out the page of a study whose work is the first of a bibliography, and give its line on the work.

    All that the book writes for reference managers is written as well, and the BibTeX read again.
    """
    path = folder / "references.bib"
    path.write_text(text, "utf-8")
    works = read_references(path)
    assert to_ris(works.values()).count("ER  - ") == len(works)
    path.write_text(write_bibtex(works), "utf-8")
    assert read_references(path) == works
    work = next(iter(works.values())).model_copy(update={"key": STUDY})
    base = book()
    base.__dict__["references"] = {**book_references(), STUDY: work}
    page = study_page(Pages(base), base.studies[STUDY])
    paragraphs = nodes.Element("", *passage_nodes(page.passage)).findall(nodes.paragraph)
    return next(text for text in (one.astext() for one in paragraphs) if YEAR.search(text))


@cache
def book_references() -> dict[str, object]:
    """Read the works of the small book once."""
    return dict(book().references)
