"""What a hit shows and by what words it is found: a line for each page of the book.

Words come from the records: titles, terms of activity types, names of places and councils, the words of
`search.yml`, and the ideas of `words.yml` that the matcher learnt to be signs of an activity.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from resilience.records.search import Stands
from resilience.records.vocabulary import Level
from resilience.site.pages import words
from resilience.site.pages.common import Pages, study_where
from resilience.site.theme.sections import section_of

SIGN_OF_A_TYPE = 1.0
"""How much an idea must speak for a type to be among the words of its page; most ideas do for one type."""
COUNCIL = re.compile(
    r"\b(london borough of|royal borough of|city of|metropolitan|district|borough|county|city|councils?)\b",
    re.IGNORECASE,
)
BETWEEN_NAMES = re.compile(r" and |, | ?[()]")
NAMES_OF_POOLS = ("meta-analysis", "pooled effect", "forest plot")
BOOSTS = {
    "activities": 1.5,
    "problems": 1.45,
    "outcomes": 1.4,
    "neighbourhoods": 1.4,
    "councils": 1.3,
    Stands.TOOL: 1.4,
    "pools": 1.0,
    Stands.PAGE: 1.0,
    "policies": 0.75,
    "studies": 0.7,
    "book": 0.8,
    "notebooks": 0.65,
    Stands.LAST: 0.35,
}
"""What stands first among pages that fit a search alike: what sums up before what it sums up."""


@dataclass(frozen=True)
class Hit:
    """A page that a search may find."""

    docname: str
    title: str
    kind: str
    facts: str
    """What tells the page from others of its kind: level, year, place."""
    says: str
    """Whole sentences."""
    boost: float
    words: tuple[str, ...] = ()
    """Words and phrases that stand for the page as well as its title does."""
    ideas: tuple[int, ...] = ()
    """Places in `Found.ideas`."""

    def as_row(self) -> list[object]:
        """Give the row of the index, in the order in which the script reads it; sentences stand apart."""
        return [self.docname, self.title, self.kind, self.facts, self.boost, self.words, self.ideas]


@dataclass(frozen=True)
class Found:
    """All that can be found, and the phrases of ideas that several pages share."""

    hits: list[Hit]
    ideas: list[list[str]]


@dataclass(frozen=True)
class About:
    """What a record says of itself in a hit."""

    kind: str
    facts: str = ""
    words: Iterable[str] = ()
    ideas: tuple[int, ...] = ()


def hits(pages: Pages, titles: Mapping[str, str], says: Mapping[str, str]) -> Found:
    """Give a hit for each page, in the order of `titles`; `says` has the sentences of each."""
    ideas = _ideas(pages)
    numbers = {name: number for number, name in enumerate(ideas)}
    own = _own_words(pages)
    stands = {entry.page: entry.stands for entry in pages.base.search.pages}

    def hit(docname: str) -> Hit:
        folder, _, slug = docname.partition("/")
        if folder in ABOUT:
            about = ABOUT[folder](pages, slug)
        else:
            about = About(_kind_of_prose(docname, stands.get(docname)))
        signs = tuple(numbers[name] for name in ideas if folder == "activities" and slug in ideas[name].types)
        boost = BOOSTS.get(stands.get(docname, folder), BOOSTS["book"])
        found_by = dict.fromkeys((*own.get(docname, ()), *about.words))
        return Hit(
            docname, titles[docname], about.kind, about.facts, says[docname], boost, tuple(found_by), signs
        )

    return Found([hit(docname) for docname in titles], [list(idea.phrases) for idea in ideas.values()])


@dataclass(frozen=True)
class SharedIdea:
    """Phrases that mean the same, and the types that they are a sign of."""

    phrases: tuple[str, ...]
    types: frozenset[str]


def _ideas(pages: Pages) -> dict[str, SharedIdea]:
    """Give the ideas of the matcher that are a clear sign of a type, by name."""
    lexicon = pages.suggestions.lexicon
    found = {}
    for idea in pages.base.words.ideas:
        learnt = lexicon.weights.get(f"idea {idea.name}")
        clear = (place for place, weight in learnt.speaks_for if weight >= SIGN_OF_A_TYPE) if learnt else ()
        types = frozenset(lexicon.types[place] for place in clear) & pages.base.types.keys()
        if types:
            found[idea.name] = SharedIdea(idea.phrases, types)
    return found


def _own_words(pages: Pages) -> dict[str, tuple[str, ...]]:
    """Give the words of `search.yml` by page."""
    search = pages.base.search
    return {
        **{f"activities/{entry.type}": entry.words for entry in search.activities},
        **{f"outcomes/{entry.outcome}": entry.words for entry in search.outcomes},
        **{f"neighbourhoods/{entry.neighbourhood}": entry.words for entry in search.neighbourhoods},
        **{f"councils/{entry.council}": entry.words for entry in search.councils},
        **{entry.page: entry.words for entry in search.pages},
    }


def _kind_of_prose(docname: str, stands: Stands | None) -> str:
    if stands is Stands.TOOL:
        return "Tool"
    if stands is Stands.LAST:
        return "For contributors"
    section = section_of(docname, ())
    return section.label if section else "Page"


def _activity(pages: Pages, slug: str) -> About:
    type_ = pages.base.types[slug]
    order = [level.slug for level in pages.base.rating.levels]
    best = min(pages.ratings.of(slug).main, key=lambda cell: order.index(cell.level), default=None)
    known = best is not None and best.level is not Level.NONE
    level = pages.base.rating.of_level[best.level].label.lower() if best else ""
    facts = f"{best.group.label}: {level}" if best and known else "no study on record of what it is for"
    return About("Activity", facts, (slug.replace("-", " "), *type_.terms, *type_.includes))


def _outcome(pages: Pages, slug: str) -> About:
    results = len(pages.joins.results_by_category.get(slug, []))
    return About("Outcome", words.count(results, "result", "results"))


def _problem(pages: Pages, slug: str) -> About:
    """Let the page of a group of outcomes be found by what readers call its outcomes."""
    held = [category for category in pages.base.outcomes.values() if category.group == slug]
    called = {entry.outcome: entry.words for entry in pages.base.search.outcomes}
    said = (word for category in held for word in (category.label, *called.get(category.slug, ())))
    group = pages.base.outcome_groups[slug]
    return About("Problem", "compares activities", (group.label, *group.problems, *said))


def _neighbourhood(pages: Pages, slug: str) -> About:
    place = pages.base.all_neighbourhoods[slug]
    where = dict.fromkeys(part for part in (place.district, place.county, place.region) if part)
    names = (part for part in BETWEEN_NAMES.split(place.name) if part)
    kind = "Neighbourhood" if place.programme else "Neighbourhood outside the programme"
    return About(kind, ", ".join(where), names)


def _council(pages: Pages, slug: str) -> About:
    council = pages.base.councils[slug]
    own = len(pages.joins.policies_by_council.get(slug, []))
    where = ", ".join(dict.fromkeys((council.region, council.nation.label)))
    short = " ".join(COUNCIL.sub(" ", council.name).split())
    after = council.successors.names if council.successors else ()
    return About(
        "Council",
        f"{where} · {words.count(own, 'policy', 'policies')}",
        (short, *council.also_written, *after),
    )


def _policy(pages: Pages, slug: str) -> About:
    policy = pages.base.policies[slug]
    when = words.years(policy.year_start, policy.year_end)
    facts = (pages.base.councils[policy.council].name, when.partition(" (")[0] if when else None)
    return About("Policy", " · ".join(part for part in facts if part))


def _study(pages: Pages, key: str) -> About:
    study = pages.base.studies[key]
    where = study_where(study)
    return About("Study", " · ".join((pages.base.cited[key], study.design.label, where)))


def _pool(pages: Pages, slug: str) -> About:
    pool = pages.base.pools[slug]
    return About("Set of results", pages.base.outcomes[pool.outcome].label, (pool.question, *NAMES_OF_POOLS))


ABOUT: dict[str, Callable[[Pages, str], About]] = {
    "activities": _activity,
    "problems": _problem,
    "outcomes": _outcome,
    "neighbourhoods": _neighbourhood,
    "councils": _council,
    "policies": _policy,
    "studies": _study,
    "pools": _pool,
}
"""What the records of each folder say of themselves."""
