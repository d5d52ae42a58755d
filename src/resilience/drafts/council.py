"""The council that somebody means, and its policies that a new one may be."""

from resilience.evidence import EvidenceBase
from resilience.records.english import folded, listing
from resilience.records.naming import telling_words
from resilience.records.policy import Policy

MOST_NAMED = 4
_EVERYWHERE = frozenset(
    {"council", "borough", "city", "county", "district", "metropolitan", "london", "of", "and", "the"}
)


def council_of(base: EvidenceBase, said: str) -> str:
    """Give the slug of a council by its slug, its name or the words that tell it.

    Raises ValueError with a sentence where none or several are meant.
    """
    wanted = folded(said.strip())
    for slug, council in base.councils.items():
        if wanted in (slug, folded(council.name), *map(folded, council.also_written)):
            return slug
    words = {*wanted.replace("-", " ").split()} - _EVERYWHERE
    found = [slug for slug in base.councils if words and words <= {*slug.split("-")}]
    if len(found) == 1:
        return found[0]
    if found:
        which = listing(found[:MOST_NAMED])
        raise ValueError(f"{said} may mean several councils: {which}. Give the whole name.")
    raise ValueError(f"{said} is no council in evidence/councils.yml. If it is one, add it there first.")


def perhaps_the_same(base: EvidenceBase, council: str, title: str) -> list[Policy]:
    """Give policies on record of a council whose titles share words with one, most words first."""
    name = base.councils[council].name
    words = telling_words(name, title)
    shared = {
        one.slug: len(words & telling_words(name, one.title))
        for one in base.policies.values()
        if one.council == council
    }
    alike = sorted((slug for slug in shared if shared[slug]), key=lambda slug: -shared[slug])
    return [base.policies[slug] for slug in alike[:MOST_NAMED]]
