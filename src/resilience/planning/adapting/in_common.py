"""What the studies that found an activity better had in common, counted from coded fields.

Votes are those of the ratings (`findings/votes.py`): one an evaluation and group of outcomes. An evaluation
found it better if it did so on any of the groups that count; it did not if it names a side on any of them
and found it better on none.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from resilience.planning.adapting.studies_say import outcomes_of
from resilience.planning.adapting.words import activity_source, small, study_source
from resilience.planning.blocks import Said, Section, Table
from resilience.records.english import count, one_or_more

FEWEST = 3
"""How many evaluations there must be on each side before their fields are set beside each other."""
BETTER, NOT_TOLD = "benefit", "not-told"
NO_PROOF = "a count, and no proof that any of it made the difference."

Studies = Sequence[str]
Feature = Callable[[str], bool | None]
"""Whether a study, by its key, has something; None where its record does not tell."""


def sides(of_type: Mapping[str, Any], chosen: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Give the studies that found it better, those that did not, and those that name no side."""
    votes: dict[str, set[str]] = {}
    for group in chosen:
        for one in of_type["votes"].get(group, ()):
            votes.setdefault(one["study"], set()).add(one["direction"])
    better = [key for key, found in votes.items() if BETTER in found]
    silent = [key for key, found in votes.items() if found == {NOT_TOLD}]
    return better, [key for key in votes if key not in better and key not in silent], silent


def in_common(given: Mapping[str, Any], slug: str, outcomes: Sequence[str], title: str) -> Section:
    """Say what evaluations on each side had in common, where there are enough of them."""
    heading = f"{title}: what the studies that worked had in common"
    of_type = given["adapt"]["types"][slug]
    chosen, words = outcomes_of(given, slug, outcomes)
    better, other, silent = sides(of_type, chosen)
    if not better and not other:
        return Section(heading, (_none(given, slug, of_type, words, silent),))
    said = [_lead(given, slug, words, (better, other, silent))]
    if min(len(better), len(other)) < FEWEST:
        said.append(Said(f"That is too few to set beside each other: it takes {FEWEST} on each side."))
        return Section(heading, tuple(said))
    return Section(heading, tuple(said), _table(given, slug, title, (better, other)))


def _none(
    given: Mapping[str, Any], slug: str, of_type: Mapping[str, Any], words: str, silent: Studies
) -> Said:
    if not of_type["studied"]:
        return Said("No study of it is on record.")
    told = f" {count(len(silent), 'study', 'studies')} looked and named no side." if silent else ""
    return Said(
        f"No study of it on record says whether it changes {words}.{told}",
        (activity_source(given, slug),),
        "not known.",
    )


def _lead(
    given: Mapping[str, Any], slug: str, words: str, found: tuple[list[str], list[str], list[str]]
) -> Said:
    better, other, silent = found
    untold = f"; {len(silent)} {one_or_more(len(silent), 'names', 'name')} no side" if silent else ""
    return Said(
        f"For {words}, {found_words(len(better), len(other))}{untold}.",
        (activity_source(given, slug), *(study_source(given["adapt"], key) for key in other)),
        f"each evaluation counts once, as better if it was so on any of these outcomes; {NO_PROOF}",
    )


def found_words(better: int, other: int) -> str:
    """Say how many studies found it better, and how many did not."""
    first = f"{better or 'no'} {one_or_more(better, 'study', 'studies')} found it better"
    return f"{first}; {other or 'none'} found it worse, no different or both ways"


def _features(given: Mapping[str, Any], slug: str, keys: Studies) -> dict[str, Feature]:
    """Give what is counted, by its name: country, comparison, and the other activities in it."""
    studies = given["adapt"]["studies"]
    among = set(given["adapt"]["types"][slug]["among_others"])

    def compared(label: str) -> Feature:
        return lambda key: studies[key]["comparison"] == label

    def beside(other: str) -> Feature:
        return lambda key: other in studies[key]["types"]

    comparisons = dict.fromkeys(studies[key]["comparison"] for key in keys)
    others = dict.fromkeys(other for key in keys for other in studies[key]["types"] if other != slug)
    types = given["common"]["types"]
    return {
        "Done in the United Kingdom": lambda key: studies[key]["in_uk"],
        "Looked at this activity alone": lambda key: key not in among,
        **{f"Compared: {small(label)}": compared(label) for label in comparisons},
        **{f"Together with: {small(types[other]['label'])}": beside(other) for other in others},
    }


def _table(given: Mapping[str, Any], slug: str, title: str, found: tuple[Studies, Studies]) -> Table:
    better, other = found
    rows = []
    for name, feature in _features(given, slug, [*better, *other]).items():
        counted = [_share(feature, side) for side in (better, other)]
        if sum(have for have, _ in counted) >= FEWEST and all(told for _, told in counted):
            rows.append((Said(name), *(Said(f"{have} of {told}") for have, told in counted)))
    return Table(
        f"{title}: what the studies have in common, a count and no proof",
        ("What", "Studies that found it better", "Studies that did not"),
        tuple(rows),
    )


def _share(feature: Feature, side: Studies) -> tuple[int, int]:
    told = [has for key in side if (has := feature(key)) is not None]
    return sum(told), len(told)
