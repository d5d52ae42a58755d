"""What a group answered on its way, and how a link holds it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

STEPS = ("place", "change", "options", "adapt", "evaluate", "share")
MOST_ACTIVITIES = 2
LONGEST = 2_000
"""Letters of an answer in the group's own words; the rest is cut, and the pack says so."""
YES, NO = "yes", "no"
MAHALANOBIS = "mahalanobis"

Pairs = Mapping[str, str]


@dataclass(frozen=True)
class Walk:
    """The answers of a group; what is empty was not answered.

    Numbers and weights stay as they were typed: the step that uses them says what can't be.
    """

    place: str = ""
    """A neighbourhood's slug, or the codes of council and place with a full stop between."""
    problems: tuple[str, ...] = ()
    """Slugs of readers' words for what they want to change; each stands for its group of outcomes too."""
    outcomes: tuple[str, ...] = ()
    """Groups of outcomes, those of the problems among them."""
    most: str = ""
    weights: Pairs = field(default_factory=dict)
    out: tuple[str, ...] = ()
    own: Pairs = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    """Up to two activity types that the group takes on."""
    aim: str = ""
    """What the group sets out to do, in its own words."""
    figures: tuple[str, ...] = ()
    """Figures to be alike on; none means the usual ones."""
    distance: str = ""
    """Empty for straight, or MAHALANOBIS."""
    within: bool = False
    """Whether places of the same council may be compared with."""
    lots: str = ""
    """Whether it could be drawn by lot who has the activity first: YES, NO or not answered."""
    numbers: Pairs = field(default_factory=dict)
    """Numbers of the evaluation by the names of the plan's fields, where they are not the usual ones."""
    model: str = ""
    """Changes to the logic model, as `logic` reads them."""
    who: str = ""
    """Who does what, as `tasks` reads it."""


def read(query: str, facts: Mapping[str, Any]) -> tuple[Walk, list[str]]:
    """Read the query of a link; give the walk, and a sentence for each answer that can't be used.

    `facts` has the slugs that there are: `types`, `groups`, `problems` (slug to group), and `numbers`.
    A place is not looked up here, for only its own file knows it.
    """
    asked = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=False))
    lost: list[str] = []

    def known(key: str, names: Collection[str], what: str) -> tuple[str, ...]:
        return _known(_parts(asked.get(key, "")), names, what, lost)

    types, groups, problems = facts["types"], facts["groups"], facts["problems"]
    told = known("problems", problems, "a problem")
    activities = known("activities", types, "an activity")
    if len(activities) > MOST_ACTIVITIES:
        dropped = ", ".join(activities[MOST_ACTIVITIES:])
        lost.append(f"A plan is for up to two activities; the link names more, so {dropped} is left out.")
    steps = {"need", "community", *groups}
    walk = Walk(
        place=asked.get("place", ""),
        problems=told,
        outcomes=tuple(
            dict.fromkeys((*known("outcomes", groups, "an outcome"), *(problems[one] for one in told)))
        ),
        most=next(iter(known("most", steps, "a step")), ""),
        weights=_pairs(asked.get("weights", ""), steps, "a step", lost),
        out=known("out", types, "an activity"),
        own=_pairs(asked.get("own", ""), types, "an activity", lost),
        activities=activities[:MOST_ACTIVITIES],
        aim=_short(asked, "aim", lost),
        figures=_parts(asked.get("figures", "")),
        distance=_one_of(asked, "distance", (MAHALANOBIS,)),
        within=asked.get("within") == YES,
        lots=_one_of(asked, "lots", (YES, NO)),
        numbers={name: asked[name] for name in facts["numbers"] if name in asked},
        model=asked.get("model", ""),
        who=_short(asked, "who", lost),
    )
    return walk, lost


def write(walk: Walk) -> str:
    """Write a walk as the query of a link, without the question mark; what is empty is left out."""
    pairs = {
        "place": walk.place,
        "problems": ".".join(walk.problems),
        "outcomes": ".".join(walk.outcomes),
        "most": walk.most,
        "weights": _paired(walk.weights),
        "out": ".".join(walk.out),
        "own": _paired(walk.own),
        "activities": ".".join(walk.activities),
        "aim": walk.aim,
        "figures": ".".join(walk.figures),
        "distance": walk.distance,
        "within": YES if walk.within else "",
        "lots": walk.lots,
        **walk.numbers,
        "model": walk.model,
        "who": walk.who,
    }
    return urlencode({name: value for name, value in pairs.items() if value})


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in text.split(".") if part))


def _known(given: Iterable[str], names: Collection[str], what: str, lost: list[str]) -> tuple[str, ...]:
    given = tuple(given)
    lost += [_lost(what, name) for name in given if name not in names]
    return tuple(name for name in given if name in names)


def _pairs(text: str, names: Collection[str], what: str, lost: list[str]) -> dict[str, str]:
    pairs = [part.partition(":") for part in text.split(",") if part]
    lost += [_lost(what, name) for name, _, _ in pairs if name not in names]
    return {name: value for name, _, value in pairs if name in names}


def _lost(what: str, name: str) -> str:
    return f"The link names {what} that we do not know ({name[:80]}), so it is left out."


def _paired(pairs: Pairs) -> str:
    return ",".join(f"{name}:{value}" for name, value in pairs.items())


def _one_of(asked: Mapping[str, str], key: str, values: Collection[str]) -> str:
    return asked.get(key, "") if asked.get(key) in values else ""


def _short(asked: Mapping[str, str], key: str, lost: list[str]) -> str:
    text = asked.get(key, "").strip()
    if len(text) > LONGEST:
        lost.append(f"An answer in your own words is longer than {LONGEST:,} letters; the rest is left out.")
    return text[:LONGEST]
