"""What the page on option appraisal shows: grounds, points, and which figures tell a need."""

from resilience.appraisal import GROUNDS
from resilience.places.measures import LABELS
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages


def appraisal_grounds(pages: Pages, _: str) -> list[Block]:
    """Tabulate the grounds with the weights that stand at the start."""
    weights = pages.base.appraisal.weights.model_dump()
    rows: list[tuple[Line, ...]] = [(one.label, str(weights[one.name]), one.meaning) for one in GROUNDS]
    return [table("Grounds", ("Ground", "Weight at the start", "Score"), rows)]


def appraisal_points(pages: Pages, _: str) -> list[Block]:
    """Tabulate what levels of evidence and kinds of experience are worth."""
    rules = pages.base.appraisal
    levels = {one.slug: one.label for one in pages.base.rating.levels}
    evidence: list[tuple[Line, ...]] = [
        (levels[one.level], "not known" if one.points is None else str(one.points)) for one in rules.evidence
    ]
    experience: list[tuple[Line, ...]] = [
        (
            "Another neighbourhood of the programme did it",
            str(rules.experience.programme),
        ),
        (
            "A UK council did it, and an evaluation or monitoring figures were seen",
            str(rules.experience.evaluated),
        ),
    ]
    return [
        table("Evidence", ("Level of evidence", "Score"), evidence),
        table("Experience", ("On record", "Adds"), experience),
    ]


def appraisal_needs(pages: Pages, _: str) -> list[Block]:
    """Tabulate which figures tell the need for each activity, and why."""
    rows: list[tuple[Line, ...]] = [
        (
            pages.type_link(one.type),
            "; ".join(LABELS[name] for name in one.indicators) or "none on record",
            one.why,
        )
        for one in pages.base.appraisal.needs
    ]
    return [
        paragraph(pages.base.appraisal.made_by),
        table("Figures that tell a need", ("Activity", "Figures", "Why"), rows),
    ]


def appraisal_limits(pages: Pages, _: str) -> list[Block]:
    """Say when an option is not ranked."""
    rules = pages.base.appraisal
    labels = {one.name: one.label.lower() for one in GROUNDS}
    needed = " and ".join(labels[name] for name in rules.must_be_known)
    return [
        paragraph(
            "An activity is ranked only if it is known on grounds that hold at least "
            f"{rules.least_known} of 100 of the weight. It must also be known on {needed}, "
            "as long as that ground has a weight."
        )
    ]
