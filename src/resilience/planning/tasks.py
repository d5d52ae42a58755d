"""Who does what in a plan, by when and at what cost, in the group's own words, as the key `who` holds it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from resilience.planning.blocks import Said, Section, Source, Table
from resilience.planning.given import Given
from resilience.planning.packed import LONGEST_TEXT, one_line, pack, unpack
from resilience.planning.walk import LONGEST
from resilience.records.english import count, listing, one_or_more

MOST_TASKS = 20
HEADS = ("What", "Who", "By when", "Cost, as we estimate it")
NOT_SAID = "not said"


class Task(NamedTuple):
    """Something to do; what is empty was not filled in."""

    what: str = ""
    who: str = ""
    when: str = ""
    cost: str = ""


class TooLong(ValueError):
    """More than a link can hold; its text says how to mend it."""


def read_tasks(text: str) -> tuple[list[Task], list[str]]:
    """Read tasks from a link; give also a sentence for what could not be used."""
    return tasks_of(unpack(text))


def tasks_of(rows: Iterable[Sequence[str]]) -> tuple[list[Task], list[str]]:
    """Read tasks from rows of cells; rows without a word are left out, and nothing is said of them."""
    tasks, cut, wide = [], 0, 0
    for row in rows:
        cells = [one_line(cell) for cell in row]
        cut += sum(len(cell) > LONGEST_TEXT for cell in cells)
        wide += len(cells) > len(HEADS)
        task = Task(*(cell[:LONGEST_TEXT].rstrip() for cell in cells[: len(HEADS)]))
        if any(task):
            tasks.append(task)
    return tasks[:MOST_TASKS], [*_cut(cut), *_wide(wide), *_over(len(tasks) - MOST_TASKS)]


def write_tasks(tasks: Iterable[Task]) -> str:
    """Write tasks as a link holds them; raises TooLong."""
    text = pack(tasks)
    if len(text) > LONGEST:
        raise TooLong(
            f"All rows together have more than {LONGEST:,} letters, so the last change is not kept. "
            "Use fewer words."
        )
    return text


def _cut(n: int) -> list[str]:
    if not n:
        return []
    return [
        f"{count(n, 'cell')} of who does what {one_or_more(n, 'has', 'have')} more than {LONGEST_TEXT} "
        "letters; what is longer is cut. Use fewer words."
    ]


def _wide(n: int) -> list[str]:
    if not n:
        return []
    return [f"{count(n, 'row')} of who does what can’t be read as a whole, so the rest of it is left out."]


def _over(n: int) -> list[str]:
    if n <= 0:
        return []
    return [f"Who does what has up to {MOST_TASKS} rows; {count(n, 'row')} more left out."]


def as_table(tasks: Sequence[Task]) -> Table:
    """Give tasks as a table; it states no evidence."""
    rows = tuple(tuple(Said(cell or NOT_SAID) for cell in task) for task in tasks)
    return Table("Who does what, as our group says", HEADS, rows)


def took_part(given: Given) -> list[Said]:
    """Say who took part where neighbourhoods did a chosen activity; records suggest nobody else."""
    known, facts = given.facts["common"], given.facts["tasks"]
    said = []
    for slug in given.walk.activities:
        label, places = known["types"][slug]["label"], facts["places"].get(slug, [])
        said += [
            _elsewhere(known["neighbourhoods"][one], label, one, facts["took_part"][one]) for one in places
        ]
        if not places:
            source = Source(label, page=f"activities/{slug}")
            text = f"{label}: no neighbourhood of the programme has it on record, so records suggest nobody."
            said.append(Said(text, (source,)))
    return said


def _elsewhere(name: str, label: str, slug: str, parties: Mapping[str, Any]) -> Said:
    told = [
        *([f"the host was {parties['host']}"] if parties["host"] else []),
        *([f"the local group was {parties['group']}"] if parties["group"] else []),
        *([f"partners were {listing(parties['partners'])}"] if parties["partners"] else []),
    ]
    who = "; ".join(told) or "nobody is named"
    text = f"{label} in {name}: {who}. Which of them did this activity is not on record."
    return Said(text, (Source(name, page=f"neighbourhoods/{slug}"),), "own account of the neighbourhood")


def section(given: Given) -> Section:
    """Give the aim and the tasks, for the pack."""
    tasks, lost = read_tasks(given.walk.who)
    aim = given.walk.aim
    said = [
        Said(
            f"What we set out to do, in our own words: {one_line(aim)}"
            if aim
            else "Our aim is not written yet."
        ),
        *([] if tasks else [Said("Who does what is not written yet.")]),
        *map(Said, lost),
    ]
    return Section("Who does what", tuple(said), as_table(tasks) if tasks else None)
