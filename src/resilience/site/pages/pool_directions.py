"""Which way the results in a set point: the votes in a sentence, and each result in a table."""

from resilience.findings.pool_members import PoolMember
from resilience.findings.pool_votes import SetVotes
from resilience.findings.pools import PoolResult
from resilience.findings.votes import Result
from resilience.records.vocabulary import Clear, Direction
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, Tag, paragraph, table
from resilience.site.pages.common import Pages
from resilience.synthesis import FEWEST_VOTES

NOTE = (
    "A count of directions says nothing of how large effects are, and no number seen is not no effect. "
    "After the guideline for synthesis without meta-analysis (SWiM, Campbell and others, 2020)."
)
SIDES = (Direction.BENEFIT, Direction.HARM)
FEW = f"Fewer than {FEWEST_VOTES} to one side or the other can't be told from chance, so none is tested."
SHARED = (
    "A review or a further report stands among them, so that people may count twice: no chance can be given."
)
CLEAR = {Clear.YES: "yes", Clear.NO: "no", Clear.NOT_TOLD: "not told"}


def directions(pages: Pages, result: PoolResult) -> list[Block | None]:
    """Give the votes, every result with its direction, and what a count can't say."""
    if result.votes is None:
        return []
    rows = [_row(pages, member, member.result) for member in result.members if member.result]
    header = ("Study", "Result", "Points to", "Clear of no effect", "Design", "People, households or areas")
    return [
        paragraph(votes_in_words(result.votes, result.of_exposure)),
        table("Which way each result points", header, rows),
        paragraph(NOTE),
    ]


def votes_in_words(found: SetVotes, of_exposure: bool) -> str:
    """Count the votes, say which were not counted, and test them or say why not."""
    counted = [
        _counted(found.votes[direction], direction, of_exposure)
        for direction in Direction
        if direction is not Direction.NOT_TOLD and (found.votes[direction] or direction in SIDES)
    ]
    not_told = found.votes[Direction.NOT_TOLD]
    aside = f"{not_told} of {sum(found.votes.values())} name no side." if not_told else ""
    head = f"One vote an evaluation, clear of no effect or not: {', '.join(counted)}."
    return " ".join(part for part in (head, aside, _chance(found)) if part)


def _counted(count: int, direction: Direction, of_exposure: bool) -> str:
    goes = ("goes with " if count == 1 else "go with ") if of_exposure else ""
    return f"{count} {goes}{direction.label.lower()}"


def _chance(found: SetVotes) -> str:
    signs = found.signs
    if signs is None:
        return SHARED if found.share_people and found.with_a_side >= FEWEST_VOTES else FEW
    low, high = (words.number(round(100 * part)) for part in (signs.share_low, signs.share_high))
    return (
        f"Of those to one side or the other {round(100 * signs.share)} in 100 are better "
        f"(exact 95% interval {low} to {high}); sign test p = {signs.p:.2g}."
    )


def _row(pages: Pages, member: PoolMember, found: Result) -> tuple[Line, ...]:
    study = found.study
    return (
        pages.study_link(study.key),
        member.measure,
        pointing(found.direction, study.of_exposure),
        CLEAR[found.outcome.clear],
        study.design.label,
        words.number(study.sample_size) if study.sample_size else "not seen",
    )


def pointing(direction: Direction, of_exposure: bool) -> Tag:
    """Show which way a result points; what people live with goes with something."""
    label = direction.label
    shown = f"Goes with {label.lower()}" if of_exposure else label
    return Tag(shown, ("badge", f"direction-{direction.value}"))
