"""The works behind a page, and the files to take away."""

from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages.blocks import Block, Link, Passage, bullets, paragraph
from resilience.site.pages.common import Pages, work_in_full

FOLDER = "../_static/data"


def references(pages: Pages, studies: list[Study]) -> list[Block | None]:
    """List all studies in full."""
    if not studies:
        return []
    works = sorted(
        (pages.base.references[study.key] for study in studies),
        key=lambda work: pages.base.cited[work.key].lower(),
    )
    return [Passage("pages/shared", tuple(map(work_in_full, works)), "references")]


def downloads(type_: ActivityType, studies: list[Study]) -> list[Block | None]:
    """Link to the studies of this activity as files."""
    if not studies:
        return []
    path = f"{FOLDER}/{type_.slug}"
    return [
        bullets(
            [
                [Link("Studies and results as a table (CSV)", url=f"{path}.csv"), ", one row a result"],
                [Link("References (RIS)", url=f"{path}.ris"), ", for reference managers"],
                [Link("References (BibTeX)", url=f"{path}.bib")],
            ]
        ),
        paragraph(["What the columns mean: see ", Link("Data", "book/data"), "."]),
    ]
