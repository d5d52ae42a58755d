"""What to measure for the chosen outcomes: what studies used most, and what the programme's survey asked."""

from collections.abc import Mapping, Sequence
from typing import Any

from resilience.planning.blocks import Said, Section, Source, Table
from resilience.planning.walk import Walk
from resilience.records.english import count, listing, number, one_or_more, sentence

Scale = Mapping[str, Any]
HEADING = "What to measure"
SHOWN = 3
"""How many scales are shown for a group of outcomes; the rest is counted."""
NO_OUTCOME = (
    "You have not said what you want to change, so no measure can be named. Choose a few outcomes, for each"
    " adds questions."
)
HEADS = ("Scale", "For", "Used by", "Scores", "Smallest change that people notice")


def ranked(scales: Sequence[Scale], activities: Sequence[str]) -> list[Scale]:
    """Order scales: those of whose scores something is known, then those that were used most.

    Use in studies of the chosen activities counts before use in all.
    """

    def key(scale: Scale) -> tuple[bool, int, int, str]:
        known = scale["range"] is not None or scale["change"] is not None
        return not known, -len(_of(scale, activities)), -len(scale["studies"]), scale["name"]

    return sorted(scales, key=key)


def section(facts: Mapping[str, Any], walk: Walk) -> Section | None:
    """Say for each chosen group what to measure it with, and why; nothing where none is chosen."""
    if not walk.outcomes:
        return None
    said, rows = [], []
    for group in walk.outcomes:
        found = ranked(facts["evaluate"]["scales"].get(group, ()), walk.activities)
        said += [_says(facts, walk, group, found), _asked(facts, group)]
        rows += [_row(facts, group, one, walk.activities) for one in found[:SHOWN]]
        if len(found) > SHOWN:
            said.append(_more(facts, group, [one["name"] for one in found[SHOWN:]]))
    table = Table(
        "Scales that studies on record used: those of known scores first, then those used most",
        HEADS,
        tuple(rows),
    )
    return Section(HEADING, tuple(said), table if rows else None)


def _more(facts: Mapping[str, Any], group: str, names: Sequence[str]) -> Said:
    others = count(len(names), "other scale")
    return Said(f"Studies measured {_label(facts, group)} with {others} as well: {listing(names)}.")


def answer(facts: Mapping[str, Any], walk: Walk) -> Said | None:
    """Name the first choice for each group in one sentence; nothing where there is none."""
    told: list[str] = []
    sources: list[Source] = []
    for group in walk.outcomes:
        found = ranked(facts["evaluate"]["scales"].get(group, ()), walk.activities)
        if found:
            told.append(f"{_label(facts, group)} with {found[0]['name']}")
            sources += _sources(found[0])
    if not told:
        return None
    return Said(f"Measure {listing(told)}, as studies on record did.", tuple(dict.fromkeys(sources)))


def _says(facts: Mapping[str, Any], walk: Walk, group: str, found: Sequence[Scale]) -> Said:
    label = sentence(_label(facts, group))
    if not found:
        return Said(
            f"{label}: no study on record used a scale that this book knows. Count what is counted"
            " already, or ask in the words of a survey that others use, so that you can compare."
        )
    first = found[0]
    used = sentence(count(len(first["studies"]), "study", "studies"))
    why = [f"{used} on record used it, {_rank(first, found)}"]
    why += [
        f"Of {_activity(facts, slug)} {one_or_more(len(own), 'is', 'are')} {len(own)} of them"
        for slug in walk.activities
        if (own := first["types"].get(slug))
    ]
    if first["survey"]:
        why.append("The programme’s own survey used it too")
    if first["change"] is None:
        why.append("What change on it people notice is not on record")
    return Said(
        f"{label}: take {first['name']}, which measures {first['measures']}. {'. '.join(why)}.",
        _sources(first),
    )


def _rank(first: Scale, found: Sequence[Scale]) -> str:
    others = max((len(one["studies"]) for one in found[1:]), default=0)
    own = len(first["studies"])
    if len(found) == 1:
        return "the only scale on record for it"
    if own > others:
        return "more than any other"
    if own == others:
        return "as many as any other"
    return "fewer than another of which less is known, or which studies of other activities used"


def _asked(facts: Mapping[str, Any], group: str) -> Said:
    asked = facts["evaluate"]["survey"].get(group, [])
    label = _label(facts, group)
    if not asked:
        return Said(f"No question of the programme’s own survey that is on record is about {label}.")
    sources = dict.fromkeys(Source(**one["source"]) for one in asked)
    about = listing([one["text"] for one in asked])
    return Said(f"The programme’s own survey has on {label}: {about}.", tuple(sources))


def _row(facts: Mapping[str, Any], group: str, scale: Scale, activities: Sequence[str]) -> tuple[Said, ...]:
    own = _of(scale, activities)
    used = count(len(scale["studies"]), "study", "studies")
    among = f", {len(own)} of them of your activities" if own else ""
    studies = tuple(
        Source(facts["evaluate"]["cited"][key], page=f"studies/{key}") for key in (own or scale["studies"])
    )
    change = scale["change"]
    return (
        Said(scale["name"], _sources(scale)),
        Said(sentence(_label(facts, group))),
        Said(f"{used}{among}", studies),
        Said(
            _scores(scale),
            (Source("where that stands", url=scale["range"]["url"]),) if scale["range"] else (),
        ),
        Said(
            f"{number(change['value'])} points: {change['words']}",
            (Source("source", url=change["url"]),),
            "by the source that is named",
        )
        if change
        else Said("not on record"),
    )


def _scores(scale: Scale) -> str:
    ends = scale["range"]
    span = (
        f"{number(ends['low'])} to {number(ends['high'])}" if ends else "from where to where is not on record"
    )
    return f"{span}; {scale['better']} is better"


def _of(scale: Scale, activities: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(key for slug in activities for key in scale["types"].get(slug, ())))


def _sources(scale: Scale) -> tuple[Source, ...]:
    return (Source(f"about {scale['name']}", url=scale["url"]),)


def _label(facts: Mapping[str, Any], group: str) -> str:
    label = facts["common"]["groups"][group]["label"]
    return f"“{label}”"


def _activity(facts: Mapping[str, Any], slug: str) -> str:
    label: str = facts["common"]["types"][slug]["label"]
    return label[:1].lower() + label[1:]
