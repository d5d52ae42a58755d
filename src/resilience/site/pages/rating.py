"""The facts of what the evidence says of an activity, outcome by outcome, and why."""

from dataclasses import dataclass

from resilience.findings.headline import Headline
from resilience.findings.ratings import RatedCell, RatedType
from resilience.findings.size_words import NoSize
from resilience.rating import Change, Step
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import Direction, Level
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Anchor, Inline, Link, Passage, Tag, Text

METHOD = "book/methods/rating"
TEMPLATE = "pages/rating"
MOST_NAMED = 4


@dataclass(frozen=True)
class Size:
    """How big an effect is, what that is from, and what a reader must know with it."""

    says: str
    study: Link | None
    rests_on: str
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Aim:
    """A main aim: how sure we are, and how big the effect is where it was studied."""

    group: str
    level: Tag
    size: Size | None


@dataclass(frozen=True)
class OutcomeRow:
    """A group of outcomes: its level and its votes."""

    group: Text
    level: Tag
    votes: str
    is_main: bool


@dataclass(frozen=True)
class Named:
    """Studies behind a statement: the first few, and how many more."""

    count: int
    studies: tuple[Link, ...]
    more: int


@dataclass(frozen=True)
class Reason:
    """A step of the rules, with the studies that it rests on."""

    says: Text
    named: Named


@dataclass(frozen=True)
class WouldChange:
    """What would change a level, and to what."""

    what: str
    level: str


@dataclass(frozen=True)
class Why:
    """Why a group of outcomes has its level, how big the effect is, and what would change that."""

    anchor: Anchor
    group: str
    level: Tag
    meaning: str
    reasons: tuple[Reason, ...]
    size: Size
    about_scale: tuple[str, ...]
    raised_by: tuple[WouldChange, ...]
    lowered_by: tuple[WouldChange, ...]
    readings: tuple[WouldChange, ...]


@dataclass(frozen=True)
class Experience:
    """What councils and neighbourhoods have done: the grade, and how many."""

    grade: str
    meaning: str
    policies: int
    evaluated: int
    monitored: int
    places: int


@dataclass(frozen=True)
class LeftOut:
    """Studies that no level counts, and why."""

    why: str
    named: Named


@dataclass(frozen=True)
class RatingFacts:
    """Levels and reasons, and what is never blended into a level."""

    rows: tuple[OutcomeRow, ...]
    why: tuple[Why, ...]
    equity: Named
    costs: Named
    experience: Experience
    left_out: tuple[LeftOut, ...]
    trials_tried: int


def rating_tag(pages: Pages, level: Level) -> Tag:
    """Show a level, in words as well as by the look."""
    return Tag(_label(pages, level), ("badge", f"rating-{level}"))


def aims_tagged(pages: Pages, slug: str) -> list[Inline]:
    """Name the level of each main aim on one line; a table is sorted by the first of them."""
    parts: list[Inline] = []
    for cell in pages.ratings.of(slug).main:
        parts += [Text(f"{'; ' if parts else ''}{cell.group.label}: "), rating_tag(pages, cell.level)]
    return parts


def aims_in_words(pages: Pages, slug: str) -> str:
    """Say the level of each main aim, such as `money and bills: helps (promising evidence)`."""
    cells = pages.ratings.of(slug).main
    return "; ".join(f"{cell.group.label.lower()}: {_label(pages, cell.level).lower()}" for cell in cells)


def aims_with_size(pages: Pages, slug: str) -> Passage:
    """Give a line for each main aim: how sure we are, how big it is, and from what."""
    return Passage(TEMPLATE, tuple(_aim(pages, cell) for cell in pages.ratings.of(slug).main), "aims")


def _aim(pages: Pages, cell: RatedCell) -> Aim:
    size = pages.size_of(cell)
    # The level has said so already.
    is_told = size.why_not is not NoSize.NOT_STUDIED
    return Aim(cell.group.label, rating_tag(pages, cell.level), _size(pages, size) if is_told else None)


def rating_section(pages: Pages, type_: ActivityType) -> Passage:
    """Say the level of each group of outcomes, why, what would change it, and what stands beside it."""
    return Passage(TEMPLATE, rating_facts(pages, type_), "rating")


def rating_facts(pages: Pages, type_: ActivityType) -> RatingFacts:
    """Give what the macro `rating` puts into words."""
    rated = pages.ratings.of(type_.slug)
    is_studied = bool(rated.studied)
    return RatingFacts(
        rows=tuple(_row(pages, cell) for cell in rated.cells.values()) if is_studied else (),
        why=tuple(_why(pages, cell) for cell in rated.studied),
        equity=_studies(pages, rated.equity),
        costs=_studies(pages, rated.costs),
        experience=_experience(rated),
        left_out=_left_out(pages, rated),
        trials_tried=pages.base.rating.trials_tried,
    )


def votes_in_words(cell: RatedCell) -> str:
    """Count the evaluations and reviews of a cell by what they say."""
    weighed = cell.rating.weighed
    counts = [
        (direction.as_vote, [vote for vote in weighed.voters if vote.direction is direction])
        for direction in Direction
    ]
    said = [f"{len(found)} {word}" for word, found in counts if found]
    return ", ".join(said) or ("none that votes" if cell.votes else "none")


def _row(pages: Pages, cell: RatedCell) -> OutcomeRow:
    return OutcomeRow(
        Text(cell.group.label, strong=cell.is_main),
        rating_tag(pages, cell.level),
        votes_in_words(cell),
        cell.is_main,
    )


def _why(pages: Pages, cell: RatedCell) -> Why:
    raised_by, lowered_by = cell.changes
    size = pages.size_of(cell)
    return Why(
        anchor=Anchor(f"why-{cell.group.slug}"),
        group=cell.group.label,
        level=rating_tag(pages, cell.level),
        meaning=pages.base.rating.of_level[cell.level].meaning,
        reasons=tuple(_reason(pages, step) for step in cell.rating.steps),
        size=_size(pages, size),
        about_scale=size.about_scale,
        raised_by=tuple(_change(pages, one) for one in raised_by),
        lowered_by=tuple(_change(pages, one) for one in lowered_by),
        readings=tuple(
            WouldChange(one.label, _label(pages, one.level).lower())
            for one in cell.readings
            if one.level is not cell.level
        ),
    )


def _size(pages: Pages, size: Headline) -> Size:
    study = pages.study_link(size.study.key) if size.study else None
    return Size(size.says, study, size.rests_on, size.cautions)


def _reason(pages: Pages, step: Step) -> Reason:
    return Reason(Text(step.sentence, strong=step.fired), _named(pages, step.keys))


def _named(pages: Pages, keys: tuple[str, ...], most: int = MOST_NAMED) -> Named:
    return Named(len(keys), tuple(pages.study_link(key) for key in keys[:most]), max(0, len(keys) - most))


def _studies(pages: Pages, studies: tuple[Study, ...]) -> Named:
    return _named(pages, tuple(study.key for study in studies))


def _change(pages: Pages, change: Change) -> WouldChange:
    return WouldChange(change.sentence, _label(pages, change.level).lower())


def _label(pages: Pages, level: Level) -> str:
    return pages.base.rating.of_level[level].label


def _experience(rated: RatedType) -> Experience:
    found = rated.experience
    return Experience(
        grade=found.grade.label,
        meaning=found.grade.meaning,
        policies=len(found.policies),
        evaluated=len(found.evaluated),
        monitored=len(found.monitored),
        places=len({one.neighbourhood.name for one in found.places}),
    )


def _left_out(pages: Pages, rated: RatedType) -> tuple[LeftOut, ...]:
    by_reason: dict[str, list[str]] = {}
    for one in rated.left_out:
        by_reason.setdefault(one.why, []).append(one.study.key)
    return tuple(LeftOut(why, _named(pages, tuple(keys), len(keys))) for why, keys in by_reason.items())
