"""What is on record on the question of a set but not in it, with the reasons."""

from collections import defaultdict
from collections.abc import Sequence

from resilience.findings.pool_left_out import LeftOutResult
from resilience.findings.pools import PoolResult
from resilience.findings.votes import direction_for
from resilience.records.vocabulary import Direction
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, Link, paragraph, table
from resilience.site.pages.common import Pages
from resilience.site.pages.pool_directions import pointing

NONE = "No other result on record could stand beside these."
NO_REASON = "No reason is on record."


def left_out(pages: Pages, result: PoolResult) -> list[Block | None]:
    """Tabulate what the set leaves out, and count what could not stand beside its results anyway."""
    found = result.left_out
    groups: dict[tuple[str, ...], list[LeftOutResult]] = defaultdict(list)
    for one in found.listed:
        groups[one.study.key, _direction(result, one), one.other_set or "", one.why].append(one)
    rows = [_row(pages, result, group) for group in groups.values()]
    header = ("Study", "Results", "Point to", "Why they are not in the set")
    others = words.count(found.others, "more result")
    verb = "has" if found.others == 1 else "have"
    return [
        paragraph(NONE) if not rows else None,
        table("On the same question, but not in the set", header, rows),
        paragraph(
            [
                f"{others} on the same activities {verb} no number, or one of another kind: see ",
                pages.outcome_link(result.definition.outcome),
                ".",
            ]
        )
        if found.others
        else None,
    ]


def _direction(result: PoolResult, one: LeftOutResult) -> Direction:
    """Give the direction as the set counts: turned over for its activity, or what goes with what."""
    return one.outcome.direction if result.of_exposure else direction_for(one.study, one.outcome)


def _row(pages: Pages, result: PoolResult, group: Sequence[LeftOutResult]) -> tuple[Line, ...]:
    """Put results of a study that point one way and are left out for one reason into one row."""
    first = group[0]
    results = (f"{words.sentence(one.outcome.measure)}: {_number(one)}" for one in group)
    return (
        pages.study_link(first.study.key),
        "; ".join(results),
        pointing(_direction(result, first), first.study.of_exposure),
        _why(pages, first),
    )


def _number(one: LeftOutResult) -> str:
    found = words.effect(one.outcome.effect)
    return found[:1].lower() + found[1:]


def _why(pages: Pages, one: LeftOutResult) -> Line:
    if one.other_set:
        return [
            "It stands in another set: ",
            Link(pages.base.pools[one.other_set].title, f"pools/{one.other_set}"),
        ]
    return one.why or NO_REASON
