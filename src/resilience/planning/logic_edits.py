"""What a group changed in the logic model that records give, and how the key `model` of a link holds it.

Only differences are kept, so that a model follows the records when they change. A row of the key is one of
`name_<box>_<text>`, `drop_<box>`, `box_<number>_<stage>_<text>`, `part_<box>_<box>`, `join_<box>_<box>`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from resilience.planning.packed import LONGEST_TEXT, one_line, pack, unpack
from resilience.records.english import count, one_or_more

DO, CHANGE, OUTCOME = STAGES = ("do", "change", "outcome")
"""What people do, what changes between people and organisations, and what comes of it."""

Pair = tuple[str, str]
"""The boxes at which an arrow starts and ends."""


@dataclass(frozen=True)
class OwnBox:
    """A box of the group's own."""

    number: int
    """From 1; it names the box in arrows."""
    stage: str
    text: str

    @property
    def name(self) -> str:
        """Name it among all boxes."""
        return str(self.number)


@dataclass(frozen=True)
class Edits:
    """All differences from what records give."""

    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other words for boxes from records."""
    dropped: tuple[str, ...] = ()
    """Boxes from records that are taken out."""
    own: tuple[OwnBox, ...] = ()
    parted: tuple[Pair, ...] = ()
    """Arrows from records that are taken out."""
    joined: tuple[Pair, ...] = ()
    """Arrows of the group's own."""


def write_edits(edits: Edits) -> str:
    """Write edits as a link holds them; nothing where there are none."""
    return pack(
        [
            *(("name", box, text) for box, text in edits.names.items()),
            *(("drop", box) for box in edits.dropped),
            *(("box", one.name, one.stage, one.text) for one in edits.own),
            *(("part", *pair) for pair in edits.parted),
            *(("join", *pair) for pair in edits.joined),
        ]
    )


def read_edits(text: str) -> tuple[Edits, list[str]]:
    """Read edits from a link; give also a sentence for what can't be read or is too long.

    Whether they fit the model that records give is for `logic` to say.
    """
    names: dict[str, str] = {}
    own: dict[str, OwnBox] = {}
    dropped: dict[str, None] = {}
    parted: dict[Pair, None] = {}
    joined: dict[Pair, None] = {}
    unread = too_long = 0
    for row in unpack(text):
        too_long += any(len(one_line(cell)) > LONGEST_TEXT for cell in row)
        match [_short(cell) for cell in row]:
            case ["name", box, words] if box and words:
                names[box] = words
            case ["drop", box] if box:
                dropped[box] = None
            case ["box", number, stage, words] if _is_new(number, own) and stage in STAGES and words:
                own[number] = OwnBox(int(number), stage, words)
            case ["part", start, end] if start and end:
                parted[start, end] = None
            case ["join", start, end] if start and end:
                joined[start, end] = None
            case _:
                unread += 1
    edits = Edits(names, tuple(dropped), tuple(own.values()), tuple(parted), tuple(joined))
    return edits, [*_unread(unread), *_too_long(too_long)]


def _short(cell: str) -> str:
    return one_line(cell)[:LONGEST_TEXT].rstrip()


def _is_new(number: str, own: Mapping[str, OwnBox]) -> bool:
    is_number = number.isascii() and number.isdigit() and number[0] != "0" and len(number) <= 3
    return is_number and number not in own


def _unread(n: int) -> list[str]:
    if not n:
        return []
    verb, they = one_or_more(n, "is", "are"), one_or_more(n, "it", "they")
    start = count(n, "change")
    return [f"The link has {start} to the logic model that can’t be read, so {they} {verb} left out."]


def _too_long(n: int) -> list[str]:
    if not n:
        return []
    return [
        f"A box of the logic model has more than {LONGEST_TEXT} letters; what is longer is cut. "
        "Use fewer words."
    ]
