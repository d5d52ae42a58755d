"""One change of a logic model at a time, as a group makes it on the page: what it does, in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from resilience.planning.given import Given
from resilience.planning.logic import HEADINGS, Model, model_of
from resilience.planning.logic_edits import STAGES, Edits, OwnBox, Pair
from resilience.planning.logic_fitting import MOST_ARROWS, MOST_BOXES, leads_on
from resilience.planning.packed import LONGEST_TEXT, one_line

FULL = f"A logic model has up to {MOST_BOXES} boxes. Remove one first."


class CannotChange(ValueError):
    """A change that can't be made; its text says why, and how to mend it."""


@dataclass(frozen=True)
class Changed:
    """The changes after one more, and a sentence that says what happened."""

    edits: Edits
    says: str


def changed(given: Given, change: Mapping[str, str]) -> Changed:
    """Make a change, told by its `do`.

    `add` has a `stage` and a `text`, `rename` a `box` and a `text`, `remove` and `restore` a `box`; `join`
    and `part` have a `start` and an `end`; `records` goes back to what records say. Raises CannotChange.
    """
    model = model_of(given)
    match change:
        case {"do": "add", "stage": stage, "text": text} if stage in STAGES:
            return _add(model, stage, _words(text))
        case {"do": "rename", "box": box, "text": text}:
            return _rename(model, _box(model, box), _words(text))
        case {"do": "remove", "box": box}:
            return _remove(model, _box(model, box))
        case {"do": "restore", "box": box} if box in model.edits.dropped:
            return _restore(model, box)
        case {"do": "join", "start": start, "end": end}:
            return _join(model, (_box(model, start), _box(model, end)))
        case {"do": "part", "start": start, "end": end}:
            return _part(model, (start, end))
        case {"do": "records"}:
            return Changed(Edits(), "The model is again what records say.")
    raise CannotChange("This change of the logic model is not known. Load the page again.")


def _words(text: str) -> str:
    words = one_line(text)
    if not words:
        raise CannotChange("A box needs words. Write what it stands for.")
    if len(words) > LONGEST_TEXT:
        raise CannotChange(f"A box has up to {LONGEST_TEXT} letters; this has {len(words)}. Use fewer words.")
    return words


def _box(model: Model, name: str) -> str:
    if name not in model.box:
        raise CannotChange("Choose a box that is in the model.")
    return name


def _add(model: Model, stage: str, text: str) -> Changed:
    if len(model.boxes) >= MOST_BOXES:
        raise CannotChange(FULL)
    taken = {one.number for one in model.edits.own}
    number = next(number for number in range(1, MOST_BOXES + 1) if number not in taken)
    edits = replace(model.edits, own=(*model.edits.own, OwnBox(number, stage, text)))
    return Changed(edits, f"Added “{text}” to “{HEADINGS[stage]}”, as your own.")


def _rename(model: Model, name: str, text: str) -> Changed:
    edits, before = model.edits, model.box[name].text
    own = tuple(replace(one, text=text) if one.name == name else one for one in edits.own)
    names = edits.names if model.box[name].is_own else {**edits.names, name: text}
    return Changed(replace(edits, own=own, names=names), f"“{before}” is now “{text}”.")


def _remove(model: Model, name: str) -> Changed:
    edits, box = model.edits, model.box[name]
    with_it = sum(name in arrow.pair for arrow in model.arrows)
    left = Edits(
        names={one: text for one, text in edits.names.items() if one != name},
        dropped=edits.dropped if box.is_own else (*edits.dropped, name),
        own=tuple(one for one in edits.own if one.name != name),
        parted=tuple(pair for pair in edits.parted if name not in pair),
        joined=tuple(pair for pair in edits.joined if name not in pair),
    )
    return Changed(left, f"Removed “{box.text}”{' and its arrows' if with_it else ''}.")


def _restore(model: Model, name: str) -> Changed:
    if len(model.boxes) >= MOST_BOXES:
        raise CannotChange(FULL)
    edits = replace(model.edits, dropped=tuple(one for one in model.edits.dropped if one != name))
    return Changed(edits, f"Put back “{model.taken[name]}”, as records have it.")


def _join(model: Model, pair: Pair) -> Changed:
    edits, said = model.edits, _said(model, pair)
    if any(arrow.pair == pair for arrow in model.arrows):
        raise CannotChange(f"The arrow {said} is there already.")
    if not leads_on(*pair, {one.name: one.stage for one in model.boxes}):
        raise CannotChange("An arrow leads on, never back or to its own box. Choose two other boxes.")
    if len(model.arrows) >= MOST_ARROWS:
        raise CannotChange(f"A logic model has up to {MOST_ARROWS} arrows. Remove one first.")
    if pair in edits.parted:
        back = replace(edits, parted=tuple(one for one in edits.parted if one != pair))
        return Changed(back, f"The arrow {said} is back, as records give it.")
    return Changed(
        replace(edits, joined=(*edits.joined, pair)), f"Added the arrow {said}, as your assumption."
    )


def _part(model: Model, pair: Pair) -> Changed:
    if not any(arrow.pair == pair for arrow in model.arrows):
        raise CannotChange("This arrow is not in the model any more.")
    edits = model.edits
    if pair in edits.joined:
        left = replace(edits, joined=tuple(one for one in edits.joined if one != pair))
    else:
        left = replace(edits, parted=(*edits.parted, pair))
    return Changed(left, f"Removed the arrow {_said(model, pair)}.")


def _said(model: Model, pair: Pair) -> str:
    start, end = (model.box[name].text for name in pair)
    return f"from “{start}” to “{end}”"
