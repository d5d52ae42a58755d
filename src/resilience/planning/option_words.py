"""The words in which options are told, on the page on choosing and in the step alike."""

from collections.abc import Mapping, Sequence

from resilience.appraisal.options import NEED
from resilience.appraisal.ranking import Ranked, Ranking, Tier
from resilience.records.english import count, listing, spelled

WORDS: Mapping[str, str] = {
    "no_figure": "no figure tells it",
    "not_known": "not known for this place",
    "need": "{n} of 100",
    "take": "Take this on",
    "taken": "You take on: {names}.",
    "too_many": "A plan is for up to {most} activities. Let one go first, then take on {name}.",
    "not_here": "{name} is neither done nor studied for what you want to change, so it is in no tier.",
    "ruled_out": "{name} is ruled out, so it is in no tier.",
}
"""What scripts fill in too; a name in braces stands for a value."""
TIERS: Mapping[Tier, tuple[str, str]] = {
    Tier.LEADS: ("Leads", "in the top in at least {leads_at} of 100 tries, whatever is not known of it"),
    Tier.MIDDLE: ("Middle", "all others"),
    Tier.CANNOT_TELL: ("Cannot tell", "could lead or not, by what is not known of it"),
}
"""What each tier is called, and what it means."""
NOT_FOR = "Not done for this, and not studied for it."
NO_COST = "no study on record says"
DONE_HERE = "Done here already."


def lead_of(ranking: Ranking) -> str:
    """Say what leads, and of what nobody can tell."""
    leaders, unsure = (
        listing([one.option.label for one in ranking.of(tier)]) for tier in (Tier.LEADS, Tier.CANNOT_TELL)
    )
    lead = f"Leading: {leaders}." if leaders else "Nothing leads clearly."
    return f"{lead} We cannot tell of: {unsure}." if unsure else lead


def weights_of(ranking: Ranking, labels: Mapping[str, str]) -> str:
    """Say how much each step counts, against the one that counts most."""
    heaviest = max(ranking.weights.values())
    told = (f"{labels[step]} {round(100 * weight / heaviest)}" for step, weight in ranking.weights.items())
    return f"How much each step counts, 100 the most: {', '.join(told)}."


def notes_of(ranking: Ranking, labels: Mapping[str, str]) -> str:
    """Say what does not count, and where most activities have no figure for their need; mostly empty."""
    said = []
    if ranking.silent:
        steps = listing([labels[step] for step in ranking.silent])
        said.append(f"Of {steps} nothing is known for any of these activities here, so it does not count.")
    needless = sum(NEED in one.gaps for one in ranking.ranked)
    if needless * 2 > len(ranking.ranked):
        said.append(
            f"For {needless} of {len(ranking.ranked)} activities no figure tells the need."
            " Give need a weight of 0 to rank them on the rest."
        )
    return " ".join(said)


def stays(ranking: Ranking) -> str:
    """Head the column on how steady an activity is."""
    return f"Stays in the top {spelled(ranking.top)}"


def tries(share: float) -> str:
    """Say in how many tries."""
    return f"in {share:.0f} of 100 tries"


def score(one: Ranked) -> str:
    """Give the score with its range."""
    return f"{one.score.mid:.0f} ({one.score.low:.0f} to {one.score.high:.0f})"


def not_known(one: Ranked, labels: Mapping[str, str]) -> str:
    """Say what is not known of an activity, and how much hangs on it."""
    if not one.gaps:
        return "nothing"
    steps = listing([labels[gap] for gap in one.gaps])
    return (
        f"Not known: {steps}. At its best: in {one.if_best:.0f} of 100 tries;"
        f" at its worst: in {one.if_worst:.0f}."
    )


def need_words(needs: Mapping[str, int | None], slug: str) -> str:
    """Tell a need; a type that is not among them has no figure in the nation, None is none for the place."""
    if slug not in needs:
        return WORDS["no_figure"]
    need = needs[slug]
    return WORDS["not_known"] if need is None else WORDS["need"].format(n=need)


def how_much(size: str, cautions: Sequence[str], counted: int) -> str:
    """Tell a size with its cautions and on how much it rests; empty where nobody studied it."""
    if not size:
        return ""
    studies = count(counted, "evaluation or review", "evaluations and reviews")
    return " ".join((size, *cautions, f"From {studies}."))


def more_councils(councils: int, named: Sequence[object]) -> str:
    """End the list of councils that could tell how."""
    more = councils - len(named)
    if not councils:
        return "no council on record."
    return f", and {count(more, 'more council')}." if more > 0 else "."
