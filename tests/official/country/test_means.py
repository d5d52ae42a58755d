"""What holds of any weighting of small areas."""

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from resilience.official.country.means import Weighed, mean, rounded, share

weights = st.integers(0, 5_000).map(Decimal)
numbers = st.decimals(-1000, 1000, places=3)
parts = st.lists(st.tuples(weights, numbers), min_size=1, max_size=12)


def weighed(rows: list[tuple[Decimal, Decimal]]) -> tuple[list[Weighed], dict[str, Decimal]]:
    own = [Weighed(str(place), weight) for place, (weight, _) in enumerate(rows)]
    return own, {str(place): value for place, (_, value) in enumerate(rows)}


@given(parts)
def test_a_mean_lies_between_the_least_and_the_greatest(rows: list[tuple[Decimal, Decimal]]) -> None:
    own, values = weighed(rows)
    found = mean(own, values)
    counted = [value for weight, value in rows if weight]
    if counted:
        assert found is not None
        assert min(counted) - Decimal("1e-20") <= found <= max(counted) + Decimal("1e-20")
    else:
        assert found is None


@given(parts)
def test_the_order_of_small_areas_does_not_matter(rows: list[tuple[Decimal, Decimal]]) -> None:
    own, values = weighed(rows)
    turned = own[::-1]
    assert rounded(mean(own, values), 6) == rounded(mean(turned, values), 6)


@given(parts, st.integers(1, 100))
def test_only_the_relation_of_weights_matters(rows: list[tuple[Decimal, Decimal]], times: int) -> None:
    own, values = weighed(rows)
    more = [Weighed(area, weight * times) for area, weight in own]
    assert rounded(mean(own, values), 6) == rounded(mean(more, values), 6)


@given(parts)
def test_a_missing_figure_is_never_filled(rows: list[tuple[Decimal, Decimal]]) -> None:
    own, values = weighed(rows)
    assume(own[0].weight)
    del values[own[0].area]
    assert mean(own, values) is None


@given(parts, numbers)
def test_an_area_without_people_counts_for_nothing(
    rows: list[tuple[Decimal, Decimal]], other: Decimal
) -> None:
    own, values = weighed(rows)
    empty = Weighed("empty", Decimal())
    assert mean([*own, empty], values) == mean(own, values)
    assert mean([*own, empty], {**values, "empty": other}) == mean(own, values)


@given(st.lists(st.tuples(weights, weights), min_size=1, max_size=12))
def test_a_share_of_sums_is_the_mean_of_shares_by_their_wholes(rows: list[tuple[Decimal, Decimal]]) -> None:
    whole = {str(place): one + other for place, (one, other) in enumerate(rows)}
    counts = {str(place): one for place, (one, _) in enumerate(rows)}
    own = [Weighed(area, weight) for area, weight in whole.items()]
    shares = {area: counts[area] / weight for area, weight in whole.items() if weight}
    found = share(own, counts, whole)
    assert rounded(found, 9) == rounded(mean(own, shares), 9)
    assert found is None or 0 <= found <= 1


def test_a_figure_is_written_without_a_minus_before_zero() -> None:
    assert rounded(Decimal("-0.0004"), 3) == "0.000"
    assert rounded(Decimal("-0.0006"), 3) == "-0.001"
    assert rounded(None, 3) == ""
