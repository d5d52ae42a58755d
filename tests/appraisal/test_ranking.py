"""Rankings counted by hand, and what must hold for any activities, weights and places."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.frozen import book

from resilience.appraisal import CannotRank, Group, Option, Ranked, Ranking, Tier, rank, rules_of
from resilience.appraisal.ranking import MOST
from resilience.findings import Findings

RULES = replace(rules_of(Findings(book())), tries=100)
CASES = yaml.safe_load((Path(__file__).parent / "cases/ranking.yml").read_text("utf-8"))
TABLES = 3


def option(slug: str, given: Mapping[str, Any]) -> Option:
    levels = given.get("levels", {})
    told = {name: (one,) * TABLES if isinstance(one, str) else tuple(one) for name, one in levels.items()}
    return Option(slug, slug, tuple(given.get("figures", ())), (*given.get("aims", ()), *levels), told)


def ranked(case: Mapping[str, Any]) -> Ranking:
    options = [option(slug, given) for slug, given in case["options"].items()]
    group = Group(
        tuple(case.get("outcomes", ["mind"])),
        case.get("weights", {}),
        frozenset(case.get("out", [])),
        case.get("own", {}),
    )
    return rank(options, case["figures"], group, RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_rankings_counted_by_hand(case: dict[str, Any]) -> None:
    expected = case["expect"]
    if "refused" in expected:
        with pytest.raises(CannotRank, match=expected["refused"]):
            ranked(case)
        return
    found = ranked(case)
    by_slug = {one.option.slug: one for one in found.ranked}
    for slug, score in expected.get("scores", {}).items():
        assert by_slug[slug].score == pytest.approx(tuple(score)), slug
    for slug, gaps in expected.get("gaps", {}).items():
        assert list(by_slug[slug].gaps) == gaps
    for slug, tier in expected.get("tiers", {}).items():
        assert by_slug[slug].tier == Tier(tier), slug
    for slug in expected.get("off", []):
        assert slug not in by_slug
    if "weights" in expected:
        assert found.weights == pytest.approx(expected["weights"])
    assert list(found.silent) == expected.get("silent", list(found.silent))
    assert [one.slug for one in found.ruled_out] == expected.get("out", [])
    assert found.top == expected.get("top", found.top)


def test_every_level_has_a_band_and_better_levels_have_better_ones() -> None:
    order = ["harm", "no-difference", "unclear", "early", "promising", "strong"]
    bands = [RULES.bands[level] for level in order]
    middles = [sum(band) / 2 for band in bands if band]
    assert middles == sorted(middles)
    assert RULES.bands["none"] is None


LEVELS = [level for level, band in RULES.bands.items() if band]
OUTCOMES = ("mind", "money")
FIGURES = ("f", "g", "h")


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Option], dict[str, float]]:
    """Make up activities, of which the first is done for both outcomes, and a place."""
    options = []
    for number in range(draw(st.integers(3, 8))):
        levels = {
            name: (draw(st.sampled_from(LEVELS)),) * TABLES
            for name in OUTCOMES
            if draw(st.booleans()) or not number
        }
        figures = draw(st.lists(st.sampled_from(FIGURES), unique=True, min_size=not number, max_size=2))
        options.append(Option(f"o{number}", f"o{number}", tuple(figures), OUTCOMES, levels))
    return options, {name: draw(st.integers(0, 100)) * 1.0 for name in FIGURES}


WEIGHTS = st.fixed_dictionaries({name: st.integers(1, 50).map(float) for name in ("need", *OUTCOMES)})


def stands(ranking: Ranking, slug: str) -> Ranked:
    return next(one for one in ranking.ranked if one.option.slug == slug)


@given(tables(), WEIGHTS)
@settings(max_examples=20, deadline=None)
def test_only_the_ratios_of_weights_count(
    table: tuple[list[Option], dict[str, float]], weights: dict[str, float]
) -> None:
    options, place = table
    double = {name: 2 * weight for name, weight in weights.items()}
    assert max(double.values()) <= MOST
    one, other = (rank(options, place, Group(OUTCOMES, given), RULES) for given in (weights, double))
    assert one.ranked == other.ranked
    assert sum(one.weights.values()) == pytest.approx(100)


@given(tables(), WEIGHTS, st.sampled_from(("need", *OUTCOMES)))
@settings(max_examples=20, deadline=None)
def test_what_is_not_known_only_widens(
    table: tuple[list[Option], dict[str, float]], weights: dict[str, float], missing: str
) -> None:
    options, place = table
    # A second that is known throughout, so that no step falls out with the first.
    known = Option("known", "known", ("f",), OUTCOMES, {name: ("early",) * TABLES for name in OUTCOMES})
    first = options[0]
    levels = {name: level for name, level in first.levels.items() if name != missing}
    without = replace(first, figures=() if missing == "need" else first.figures, levels=levels)
    group = Group(OUTCOMES, weights)
    before = stands(rank([first, known, *options[1:]], place, group, RULES), first.slug)
    after = stands(rank([without, known, *options[1:]], place, group, RULES), first.slug)
    assert after.gaps == (missing,)
    assert after.score.low <= before.score.low + 1e-9
    assert after.score.high >= before.score.high - 1e-9
    assert after.if_worst <= after.share <= after.if_best


@given(tables(), WEIGHTS, st.integers(1, 60))
@settings(max_examples=20, deadline=None)
def test_more_need_never_puts_an_activity_down(
    table: tuple[list[Option], dict[str, float]], weights: dict[str, float], more: int
) -> None:
    options, place = table
    # A gap takes what is usual in the place, so others move with the first: here none is one.
    others = [replace(one, figures=one.figures or ("f",)) for one in options[1:]]
    alone = [replace(options[0], figures=("own",)), *others]
    group, rules = Group(OUTCOMES, weights), replace(RULES, link_doubt=0)
    low, high = (
        stands(rank(alone, {**place, "own": own}, group, rules), "o0") for own in (40.0, 40.0 + more)
    )
    assert high.share >= low.share
    assert high.score.mid > low.score.mid


@given(tables(), WEIGHTS)
@settings(max_examples=20, deadline=None)
def test_better_evidence_never_puts_an_activity_down(
    table: tuple[list[Option], dict[str, float]], weights: dict[str, float]
) -> None:
    options, place = table
    # A gap takes what is usual on the table, so others move with the first: here none is one.
    options = [replace(one, levels={"mind": ("early",) * TABLES, **one.levels}) for one in options]
    group = Group(OUTCOMES, weights)
    shares = []
    for level in ("harm", "no-difference", "early", "promising", "strong"):
        better = replace(options[0], levels={**options[0].levels, "mind": (level,) * TABLES})
        found = stands(rank([better, *options[1:]], place, group, RULES), "o0")
        shares.append(found.share)
    assert shares == sorted(shares)


@given(tables(), WEIGHTS)
@settings(max_examples=20, deadline=None)
def test_scores_lie_between_worst_and_best_and_tiers_follow_from_the_tries(
    table: tuple[list[Option], dict[str, float]], weights: dict[str, float]
) -> None:
    options, place = table
    for one in rank(options, place, Group(OUTCOMES, weights), RULES).ranked:
        low, mid, high = one.score
        assert -1e-9 <= low <= mid + 1e-9 <= high + 2e-9 <= 100 + 3e-9
        assert one.if_worst <= one.share <= one.if_best
        assert (one.tier is Tier.LEADS) is (one.if_worst >= RULES.leads_at)
        assert bool(one.gaps) or one.tier is not Tier.CANNOT_TELL


def test_two_alike_share_the_first_place() -> None:
    """Of two whose values come from one law, each is first in half of the tries: a closed form."""
    options = [option(slug, {"levels": {"mind": "early"}}) for slug in ("a", "b")]
    found = rank(options, {}, Group(("mind",)), replace(RULES, tries=4000))
    assert [one.share for one in found.ranked] == pytest.approx([50, 50], abs=2.5)


def test_weights_decide_between_two_by_a_closed_form() -> None:
    """With harm and strong against need alone, a leads where the weight of mind beats that of need.

    Both weights vary log-uniformly by a factor of two either way, so with equal weights each wins half.
    """
    options = [
        option("a", {"figures": ["f"], "levels": {"mind": "harm"}}),
        option("b", {"figures": ["g"], "levels": {"mind": "strong"}}),
    ]
    rules = replace(RULES, tries=4000, link_doubt=0, bands={**RULES.bands, "strong": (100, 100)})
    found = rank(options, {"f": 100, "g": 0}, Group(("mind",)), rules)
    assert stands(found, "a").share == pytest.approx(50, abs=2.5)
    heavier = rank(options, {"f": 100, "g": 0}, Group(("mind",), {"need": 100, "mind": 50}), rules)
    # Log ratios of two uniforms have a triangular law on (-2, 2); P(log2 ratio > -1) = 1 - 1/8.
    assert stands(heavier, "a").share == pytest.approx(87.5, abs=2)
