"""How good the evidence for an activity type is, why, and what stands beside that."""

from collections import Counter

from ...assessment.ratings import RatedType
from ...records.study import Study
from ...records.taxonomy import ActivityType
from ...records.vocabulary import Level
from ...synthesis.rating import Change, Step
from . import words
from .blocks import Block, Box, Line, Link, Tag, Text, bullets, facts, paragraph
from .common import Pages

METHOD = "book/methods/rating"
MOST_NAMED = 4
HEALTH = ("mental-health", "physical-health", "general-health", "wellbeing", "loneliness")
ORDER = ("benefit", "no-difference", "mixed", "harm", "unclear")


def rating_tag(pages: Pages, level: Level) -> Tag:
    """Show a level, in words as well as by the look."""
    labels = {one.slug: one.label for one in pages.base.rating.levels}
    return Tag(labels[level], ("badge", f"rating-{level}"))


def rating_section(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """Say the level, why, what would change it, and what stands beside it."""
    rated = pages.ratings.of(type_.slug)
    meanings = {one.slug: one.meaning for one in pages.base.rating.levels}
    head = Box(
        (paragraph(rating_tag(pages, rated.level)), paragraph(meanings[rated.level])),
        ("rating",),
    )
    return [
        head,
        paragraph(Text("Why this level", strong=True)),
        bullets([_step(pages, step) for step in rated.rating.steps]),
        facts(
            [
                ("What would raise it", [_change(pages, one) for one in rated.raised_by] or NOTHING_SMALL),
                ("What would lower it", [_change(pages, one) for one in rated.lowered_by] or NOTHING_SMALL),
                ("By other tables", [_other(pages, rated)]),
                *_beside(pages, rated),
            ]
        ),
        paragraph(["The rules are published: ", Link("how evidence is rated", METHOD), "."]),
    ]


NOTHING_SMALL = ["Nothing that we tried: up to six more trials, or all studies read in full."]


def _step(pages: Pages, step: Step) -> Line:
    said: list[Line] = [Text(step.sentence, strong=step.fired)]
    if step.rule in ("controlled", "reviews", "beside") and step.keys:
        said += [" ", *_links(pages, step.keys)]
    return said


def _links(pages: Pages, keys: tuple[str, ...]) -> list[Line]:
    named = keys[:MOST_NAMED]
    links: list[Line] = ["("]
    for place, key in enumerate(named):
        links += ["; "] if place else []
        links.append(pages.study_link(key))
    more = len(keys) - len(named)
    return [*links, f"; and {more} more below)" if more else ")"]


def _change(pages: Pages, change: Change) -> Line:
    return [f"{change.sentence}: ", _label(pages, change.level).lower(), "."]


def _label(pages: Pages, level: str) -> str:
    return next(one.label for one in pages.base.rating.levels if one.slug == level)


def _other(pages: Pages, rated: RatedType) -> str:
    readings = [f"{one.table.label}: {_label(pages, one.level).lower()}" for one in rated.other_tables]
    return f"{'. '.join(readings)}."


def _beside(pages: Pages, rated: RatedType) -> list[tuple[str, Line | None]]:
    """Give what is never blended into the level, each on a line of its own."""
    return [
        ("Direction of effect, studies", direction_line(rated)),
        ("What was measured", _measured(pages, rated)),
        ("Equity", _statements(pages, rated.equity, "say whether better-off and worse-off people differ")),
        ("Cost", _statements(pages, rated.costs, "have a result on cost or value")),
        ("Local experience", _experience(pages, rated)),
        ("Studies of an exposure", _exposures(rated)),
        ("Left out", _left_out(pages, rated)),
    ]


def direction_line(rated: RatedType) -> str:
    """Count the studies by the way they point, such as `7 benefit, 3 mixed`."""
    counts = Counter(study.direction for study in rated.counted)
    if not counts:
        return "none"
    return ", ".join(f"{counts[one]} {one.replace('-', ' ')}" for one in ORDER if counts[one])


def _measured(pages: Pages, rated: RatedType) -> str | None:
    keys = {study.key for study in rated.counted if study.tier in ("trial", "controlled", "review")}
    found = Counter(
        outcome.category
        for key in keys
        for outcome in {one.category: one for one in pages.base.studies[key].outcomes}.values()
    )
    if not found:
        return None
    labels = [
        f"{outcome.label.lower()} ({found[slug]})"
        for slug, outcome in pages.base.outcomes.items()
        if found[slug]
    ]
    health = "" if any(found[slug] for slug in HEALTH) else " None of them measured health or wellbeing."
    return f"Controlled studies and reviews looked at {', '.join(labels)}.{health}"


def _statements(pages: Pages, studies: tuple[Study, ...], what: str) -> Line:
    if not studies:
        return "No study on record says so."
    count = words.count(len(studies), "study", "studies")
    links = _links(pages, tuple(study.key for study in studies))
    # A list would give each part a line of its own.
    return (f"{count} {what if len(studies) > 1 else _one(what)} ", *links, ".")


def _one(what: str) -> str:
    return what.replace("say ", "says ", 1).replace("have ", "has ", 1)


def _experience(pages: Pages, rated: RatedType) -> str:
    found = rated.experience
    places = {one.neighbourhood.name for one in found.places}
    said = [
        f"{found.grade.label}: {found.grade.meaning}",
        f"{words.count(len(found.policies), 'council policy', 'council policies')} on record, "
        f"{len(found.evaluated)} with an evaluation or monitoring figures.",
        f"{words.count(len(places), 'neighbourhood')} of the programme did it."
        if places
        else "No neighbourhood of the programme is known to have done it.",
    ]
    return " ".join(said)


def _exposures(rated: RatedType) -> str | None:
    if not rated.exposures:
        return None
    count = words.count(len(rated.exposures), "study is", "studies are")
    return f"{count} of something that people live with, not of an activity. Such studies do not count here."


def _left_out(pages: Pages, rated: RatedType) -> list[Line]:
    by_reason: dict[str, list[str]] = {}
    for one in rated.left_out:
        by_reason.setdefault(one.why, []).append(one.study.key)
    return [
        [f"{words.count(len(keys), 'study', 'studies')}: {why} ", *_links(pages, tuple(keys)), "."]
        for why, keys in by_reason.items()
    ]
