"""The logic model of a plan: filled from records, then changed by the group, with how sure each arrow is.

It runs in the reader's browser too. What records do not say is no box and no arrow; `notes` name the gaps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from resilience.planning.blocks import Said, Section, Table
from resilience.planning.given import Given
from resilience.planning.logic_boxes import ACCOUNT, ASSUMED, OWN, RATED, UNSTUDIED, Arrow, Box, on_record
from resilience.planning.logic_edits import CHANGE, DO, OUTCOME, STAGES, Edits, read_edits
from resilience.planning.logic_fitting import fitting_edits
from resilience.planning.logic_notes import missing, taken_out
from resilience.records.english import listing, sentence

HEADINGS: Mapping[str, str] = {
    DO: "What we do",
    CHANGE: "What changes between people and organisations",
    OUTCOME: "What comes of it",
}
RESTS_ON: Mapping[str, str] = {
    RATED: "studies, by the rules of rating",
    ACCOUNT: "neighbourhoods of the programme",
    UNSTUDIED: "no study on record",
    OWN: "our group",
}
NO_ARROW = "no arrow"


@dataclass(frozen=True)
class Model:
    """Boxes by stage, arrows between them, and what a reader must know beside."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    notes: tuple[Said, ...]
    """What is missing, and what the group took out though it is on record."""
    lost: tuple[str, ...]
    """A sentence for each kind of change in the link that could not be used."""
    edits: Edits
    """The changes that were used."""
    taken: Mapping[str, str]
    """Boxes that records give and the group took out: by name, what records call them."""

    @property
    def box(self) -> dict[str, Box]:
        """Give the boxes by name."""
        return {one.name: one for one in self.boxes}

    def at(self, stage: str) -> list[Box]:
        """Give the boxes of a stage."""
        return [one for one in self.boxes if one.stage == stage]

    @property
    def signs(self) -> dict[str, str]:
        """Give a short sign for each box, such as A1, by which arrows can be followed on paper."""
        return {
            one.name: f"{letter}{place}"
            for letter, stage in zip("ABC", STAGES, strict=True)
            for place, one in enumerate(self.at(stage), start=1)
        }

    @property
    def titles(self) -> dict[str, str]:
        """Give each box in words: its sign, its text and its mark."""
        signs = self.signs
        return {one.name: f"{signs[one.name]} {one.title}" for one in self.boxes}


def model_of(given: Given) -> Model:
    """Put the model together from records and from the changes in the link."""
    edits, lost = read_edits(given.walk.model)
    return edited(given, edits, lost)


def edited(given: Given, edits: Edits, lost: Sequence[str] = ()) -> Model:
    """Put the model together from records and some changes; those that do not fit are said and left out."""
    boxes, arrows = on_record(given)
    fitting, unfit = fitting_edits(edits, boxes, arrows)
    shown = _shown(boxes, fitting)
    names = {one.name for one in shown}
    kept = [one for one in arrows if {*one.pair} <= names and one.pair not in fitting.parted]
    own = [Arrow(*pair, ASSUMED, OWN) for pair in fitting.joined]
    notes = (*missing(given, shown, kept), *taken_out(boxes, arrows, fitting, names))
    taken = {one.name: one.text for one in boxes if one.name in fitting.dropped}
    return Model(shown, (*kept, *own), notes, (*lost, *unfit), fitting, taken)


def _shown(boxes: Sequence[Box], edits: Edits) -> tuple[Box, ...]:
    kept = [replace(one, text=edits.names.get(one.name, one.text)) for one in boxes]
    kept = [one for one in kept if one.name not in edits.dropped]
    own = [Box(one.name, one.stage, one.text) for one in edits.own]
    return tuple(one for stage in STAGES for one in (*kept, *own) if one.stage == stage)


def as_table(model: Model) -> Table:
    """Give each arrow as a row, with how sure it is and its source; then boxes without an arrow."""
    titles = model.titles
    joined = {name for arrow in model.arrows for name in arrow.pair}
    alone = [one.name for one in model.boxes if one.name not in joined]
    return Table(
        caption="The logic model: each arrow, and how sure it is",
        heads=("From", "To", "How sure", "Source"),
        rows=(
            *(
                (
                    Said(titles[one.start]),
                    Said(titles[one.end]),
                    Said(sentence(one.sure)),
                    Said(RESTS_ON[one.kind], one.sources),
                )
                for one in model.arrows
            ),
            *((Said(titles[name]), Said(NO_ARROW), Said("-"), Said("-")) for name in alone),
        ),
    )


def section(given: Given) -> Section:
    """Give the model for the pack: its boxes by stage, what is missing or was taken out, and its table."""
    model = model_of(given)
    titles = model.titles
    listed = [
        Said(f"{heading}: {listing([titles[one.name] for one in model.at(stage)])}.")
        for stage, heading in HEADINGS.items()
        if model.at(stage)
    ]
    table = as_table(model) if model.boxes else None
    return Section("Logic model", (*listed, *model.notes, *map(Said, model.lost)), table)


def drawn(model: Model) -> dict[str, Any]:
    """Give boxes by stage, arrows and what was taken out, as `path-model.js` draws them."""
    signs = model.signs
    boxes = {
        one.name: {"name": one.name, "sign": signs[one.name], "text": one.text, "mark": one.mark}
        for one in model.boxes
    }
    return {
        "stages": [
            {"stage": stage, "heading": heading, "boxes": [boxes[one.name] for one in model.at(stage)]}
            for stage, heading in HEADINGS.items()
        ],
        "arrows": [
            {"start": one.start, "end": one.end, "sure": one.sure, "kind": one.kind} for one in model.arrows
        ],
        "taken": [{"name": name, "text": text} for name, text in model.taken.items()],
    }
