"""Which changes of a group fit the logic model that records give today; of the others it is said."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from resilience.planning.logic_boxes import Arrow, Box
from resilience.planning.logic_edits import STAGES, Edits, Pair
from resilience.records.english import count, listing, one_or_more

MOST_BOXES, MOST_ARROWS = 30, 60

T = TypeVar("T")


def leads_on(start: str, end: str, stages: dict[str, str]) -> bool:
    """Say whether an arrow may lead from one box to another: never back, and never to the box itself."""
    return start != end and STAGES.index(stages[start]) <= STAGES.index(stages[end])


def fitting_edits(edits: Edits, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> tuple[Edits, list[str]]:
    """Keep the edits that fit what records give, and give a sentence for each kind that does not."""
    own, more_boxes = _up_to(MOST_BOXES - len(boxes), edits.own)
    stages = {one.name: one.stage for one in boxes} | {one.name: one.stage for one in own}
    words = {one.name: one.text for one in boxes}
    dropped = tuple(name for name in edits.dropped if name in words)
    there = stages.keys() - {*dropped}
    given = {one.pair for one in arrows if {*one.pair} <= there}
    parted = tuple(pair for pair in edits.parted if pair in given)
    wanted = [pair for pair in edits.joined if {*pair} <= there and pair not in given]
    onward = [pair for pair in wanted if leads_on(*pair, stages)]
    joined, more_arrows = _up_to(MOST_ARROWS - len(given) + len(parted), onward)
    names = {
        name: text
        for name, text in edits.names.items()
        if name in words and name in there
        if text != words[name]
    }
    lost = [
        *_gone(_named_in(edits), {*stages, *(one.name for one in more_boxes)}),
        *_back(len(wanted) - len(onward)),
        *_too_many(len(more_boxes), "box", "boxes", MOST_BOXES),
        *_too_many(len(more_arrows), "arrow", "arrows", MOST_ARROWS),
    ]
    return Edits(names, dropped, tuple(own), parted, tuple(joined)), lost


def _up_to(most: int, items: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    return items[: max(0, most)], items[max(0, most) :]


def _named_in(edits: Edits) -> Iterable[str]:
    pairs: tuple[Pair, ...] = (*edits.parted, *edits.joined)
    return dict.fromkeys((*edits.names, *edits.dropped, *(name for pair in pairs for name in pair)))


def _gone(names: Iterable[str], known: set[str]) -> list[str]:
    listed = [f"“{name}”" for name in names if name not in known]
    if not listed:
        return []
    boxes = one_or_more(len(listed), "a box that is", "boxes that are")
    return [
        f"The link changes {boxes} not in this logic model now ({listing(listed)}), so that is left out. "
        "Other activities or outcomes may have been chosen since."
    ]


def _back(n: int) -> list[str]:
    if not n:
        return []
    lead = one_or_more(n, "leads", "lead")
    return [f"An arrow leads on, never back; {count(n, 'arrow')} of the link that {lead} back left out."]


def _too_many(over: int, one: str, more: str, most: int) -> list[str]:
    if not over:
        return []
    return [f"A logic model has up to {most} {more}; {count(over, one, more)} of the link left out."]
