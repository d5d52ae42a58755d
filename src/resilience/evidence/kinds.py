"""The one table of the kinds of record file under `evidence/`: where each stands and which model it follows.

The loader, the checks, `check --fix`, the schemas and the editor's settings go by it.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from resilience.records.amends import Corrections, OldNames
from resilience.records.answer import WrittenAnswer
from resilience.records.appraisal import AppraisalRules
from resilience.records.base import Record
from resilience.records.coding import Decisions
from resilience.records.editorial import Audits, Collections, Concepts, Gaps, Leads, Mirrors
from resilience.records.evaluation_design import EvaluationDesigns
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.place_figures import PlaceFigures
from resilience.records.policy import Councils, Policy
from resilience.records.pool import Pool
from resilience.records.programme import Programme
from resilience.records.protocol import Protocol
from resilience.records.rating import RatingRules
from resilience.records.reporting import Reporting
from resilience.records.sample import Sample
from resilience.records.scale import Scales
from resilience.records.search import SearchWords
from resilience.records.search_log import SearchLog
from resilience.records.study import Study
from resilience.records.survey import Survey
from resilience.records.taxonomy import Outcomes, PhraseBatch, Taxonomy, Words

BIBLIOGRAPHY = "references.bib"
SCHEMA_FOLDER = "schema"
MODELINE_START = "# yaml-language-server: $schema="


@dataclass(frozen=True)
class Kind:
    """One kind of file; `folder` holds one record a file, else the kind is a single file."""

    name: str
    model: type[Record]
    folder: str = ""
    identity: str = ""
    """The field that the file's name gives, so that the file itself must not."""

    @property
    def modeline(self) -> str:
        """The first line of its files, by which editors without settings of ours find the schema."""
        above = "../" if self.folder else "./"
        return f"{MODELINE_START}{above}{SCHEMA_FOLDER}/{self.name}.json"

    def file(self, name: str = "*") -> str:
        """The path of a file below `evidence/`; of the only one where the kind is a single file."""
        return f"{self.folder}/{name}.yml" if self.folder else f"{self.name}.yml"

    def holds(self, path: PurePosixPath) -> bool:
        """Say whether a path below `evidence/` is of this kind."""
        return path == PurePosixPath(self.file(path.stem))


KINDS = (
    Kind("study", Study, "studies", "key"),
    Kind("policy", Policy, "policies", "slug"),
    Kind("neighbourhood", Neighbourhood, "neighbourhoods", "slug"),
    Kind("decisions", Decisions, "matches", "slug"),
    Kind("sample", Sample, "samples", "slug"),
    Kind("search-log", SearchLog, "searches", "slug"),
    Kind("pool", Pool, "pools", "slug"),
    Kind("answer", WrittenAnswer, "answers", "slug"),
    Kind("phrases", PhraseBatch, "phrases", "slug"),
    Kind("taxonomy", Taxonomy),
    Kind("outcomes", Outcomes),
    Kind("words", Words),
    Kind("search", SearchWords),
    Kind("rating", RatingRules),
    Kind("scales", Scales),
    Kind("appraisal", AppraisalRules),
    Kind("designs", EvaluationDesigns),
    Kind("protocol", Protocol),
    Kind("reporting", Reporting),
    Kind("councils", Councils),
    Kind("place-figures", PlaceFigures),
    Kind("programme", Programme),
    Kind("survey", Survey),
    Kind("leads", Leads),
    Kind("gaps", Gaps),
    Kind("audit", Audits),
    Kind("collections", Collections),
    Kind("concepts", Concepts),
    Kind("mirrors", Mirrors),
    Kind("corrections", Corrections),
    Kind("old-names", OldNames),
)


_BY_MODEL = {kind.model: kind for kind in KINDS}


def kind_with(model: type[Record]) -> Kind:
    """Give the kind whose files follow a model. Raises KeyError where no file does."""
    return _BY_MODEL[model]


@cache
def kind_of(path: PurePosixPath) -> Kind | None:
    """Give the kind of a file by its path below `evidence/`, or None where it is no record file."""
    return next((kind for kind in KINDS if kind.holds(path)), None)
